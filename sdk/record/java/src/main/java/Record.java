import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.azure.kusto.data.auth.ConnectionStringBuilder;
import com.microsoft.azure.kusto.data.auth.TokenProviderBase;
import com.microsoft.azure.kusto.data.auth.TokenProviderFactory;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads probes, JSON lines of id, group and s, on standard input and writes
 * what the client makes of each s as a line on standard output. Token
 * providers are made but never asked for a token, so no network is touched.
 */
public final class Record {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Recorded names, and the builder's getters, of which most are not public. */
    private static final Map<String, String> GETTERS = new TreeMap<>(Map.ofEntries(
            Map.entry("DataSource", "getClusterUrl"),
            Map.entry("InitialCatalog", "getInitialCatalog"),
            Map.entry("FederatedSecurity", "isAadFederatedSecurity"),
            Map.entry("UserId", "getUserUsernameHint"),
            Map.entry("UseUserPromptAuth", "isUseUserPromptAuth"),
            Map.entry("ApplicationClientId", "getApplicationClientId"),
            Map.entry("ApplicationKey", "getApplicationKey"),
            Map.entry("AuthorityId", "getAuthorityId"),
            Map.entry("UserToken", "getAccessToken"),
            Map.entry("ApplicationCertificateSendX5c", "shouldSendX509"),
            Map.entry("ApplicationNameForTracing", "getApplicationNameForTracing"),
            Map.entry("UserNameForTracing", "getUserNameForTracing")));

    private static final Map<String, String> AUTHENTICATIONS = Map.of(
            "ApplicationKeyTokenProvider", "app-key",
            "AccessTokenTokenProvider", "access-token",
            "UserPromptTokenProvider", "user-prompt");

    public static void main(String[] args) throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        for (String line; (line = in.readLine()) != null;) {
            out.println(JSON.writeValueAsString(record((ObjectNode) JSON.readTree(line))));
        }
        out.flush();
    }

    private static ObjectNode record(ObjectNode row) throws ReflectiveOperationException {
        ConnectionStringBuilder builder;
        try {
            builder = new ConnectionStringBuilder(row.get("s").textValue());
        } catch (IllegalArgumentException e) {
            return row.put("ok", false).put("error", describe(e));
        } catch (RuntimeException e) {
            return row.put("ok", false).put("crash", true).put("error", describe(e));
        }
        ObjectNode seen = seen(builder);
        String text = builder.toString(true);
        row.put("ok", true).set("seen", seen);
        return row.put("auth", auth(builder))
                .put("out", text)
                .put("masked", builder.toString(false))
                .put("reparse", reparse(text, seen));
    }

    /** What the builder holds; unset and empty texts and false are left out. */
    private static ObjectNode seen(ConnectionStringBuilder builder) throws ReflectiveOperationException {
        ObjectNode seen = JSON.createObjectNode();
        for (Map.Entry<String, String> property : GETTERS.entrySet()) {
            Method getter = ConnectionStringBuilder.class.getDeclaredMethod(property.getValue());
            getter.setAccessible(true);
            Object value = getter.invoke(builder);
            if (value instanceof String && !((String) value).isEmpty()) {
                seen.put(property.getKey(), (String) value);
            } else if (Boolean.TRUE.equals(value)) {
                seen.put(property.getKey(), true);
            }
        }
        return seen;
    }

    private static String reparse(String text, ObjectNode seen) throws ReflectiveOperationException {
        ConnectionStringBuilder again;
        try {
            again = new ConnectionStringBuilder(text);
        } catch (RuntimeException e) {
            return "rejected";
        }
        return seen(again).equals(seen) ? "same" : "differs";
    }

    private static String auth(ConnectionStringBuilder builder) {
        TokenProviderBase provider;
        try {
            provider = TokenProviderFactory.createTokenProvider(builder, null);
        } catch (Exception e) {
            return "error: " + describe(e);
        }
        if (provider == null) {
            return "none";
        }
        String name = provider.getClass().getSimpleName();
        return AUTHENTICATIONS.getOrDefault(name, name);
    }

    private static String describe(Exception e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
}
