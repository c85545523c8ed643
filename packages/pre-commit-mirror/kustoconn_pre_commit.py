"""Nothing: flit_core wants a module."""
