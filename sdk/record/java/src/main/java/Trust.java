import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.azure.kusto.data.auth.endpoints.KustoTrustedEndpoints;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads JSON lines of uri and login on standard input and writes each on
 * standard output with what the client's check says of it, trusted. No network
 * is touched.
 */
public final class Trust {
    private static final ObjectMapper JSON = new ObjectMapper();

    public static void main(String[] args) throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        for (String line; (line = in.readLine()) != null;) {
            ObjectNode row = (ObjectNode) JSON.readTree(line);
            row.put("trusted", trusts(row.get("uri").textValue(), row.get("login").textValue()));
            out.println(JSON.writeValueAsString(row));
        }
        out.flush();
    }

    private static boolean trusts(String uri, String login) {
        try {
            KustoTrustedEndpoints.validateTrustedEndpoint(uri, login);
            return true;
        } catch (Exception e) {
            return false;
        }
    }
}
