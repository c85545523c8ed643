import com.microsoft.azure.kusto.data.auth.ConnectionStringBuilder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Calls the builder code of random connections and holds what each builder then has to
 * its line of expect.txt.
 */
public final class Trials {
    public static void main(String[] args) throws Exception {
        Verify.refuseConnections();
        int trials = 0;
        for (String line : Files.readAllLines(Path.of(args[0]))) {
            String[] fields = line.split("\t");
            Class<?> connection = Class.forName(fields[0] + ".KustoConnection");
            try {
                verify(connection, fields);
            } catch (Throwable e) {
                throw new AssertionError(line, e);
            }
            trials++;
        }
        System.out.println("ok " + trials + " trials");
    }

    private static void verify(Class<?> connection, String[] fields) throws Exception {
        ConnectionStringBuilder kcsb = (ConnectionStringBuilder) connection.getMethod("builder").invoke(null);
        Verify.same(Verify.SELECTED.get(fields[1]), Verify.selected(kcsb));
        for (int i = 2; i < fields.length; i++) {
            String[] property = fields[i].split("=", 2);
            String want = unhex(property[1]);
            if (property[0].equals("InitialCatalog")) {
                Verify.same(want, connection.getField("DATABASE").get(null));
            } else if (!inCredential(fields[1], property[0])) {
                Verify.same(want, Verify.get(kcsb, GETTERS.get(property[0])));
            }
        }
        if (fields[1].equals("app-key")) {
            Verify.same(System.getenv("KUSTO_APPLICATION_KEY"), Verify.get(kcsb, "getApplicationKey"));
        }
    }

    /** Whether the value goes to a credential of Azure's identity library, which tells nothing. */
    private static boolean inCredential(String mode, String property) {
        return (mode.equals("federated-managed-identity") || mode.equals("workload-identity"))
                && (property.equals("ApplicationClientId") || property.equals("AuthorityId")
                        || property.equals("ManagedServiceIdentity"));
    }

    private static final Map<String, String> GETTERS = Map.of(
            "DataSource", "getClusterUrl",
            "ApplicationClientId", "getApplicationClientId",
            "AuthorityId", "getAuthorityId",
            "ApplicationNameforTracing", "getApplicationNameForTracing",
            "UserNameforTracing", "getUserNameForTracing",
            "UserID", "getUserUsernameHint",
            "ManagedServiceIdentity", "getManagedIdentityClientId");

    private static String unhex(String hex) {
        byte[] bytes = new byte[hex.length() / 2];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
