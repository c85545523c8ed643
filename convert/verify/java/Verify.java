import com.microsoft.azure.kusto.data.auth.ConnectionStringBuilder;
import java.lang.reflect.Method;
import java.security.Permission;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

/**
 * Calls the builder code of one mode and holds what the builder then has to
 * the mode. A connection is an error.
 */
@SuppressWarnings("removal") // of the security manager, which is how connections are refused
public final class Verify {
    public static void main(String[] args) throws Exception {
        String mode = args[0].replaceAll("\\+.*", "");
        refuseConnections();
        Class<?> connection = Class.forName("KustoConnection");
        ConnectionStringBuilder kcsb = (ConnectionStringBuilder) connection.getMethod("builder").invoke(null);
        same("https://mycluster.kusto.windows.net", get(kcsb, "getClusterUrl"));
        same(SELECTED.get(mode), selected(kcsb));
        Map<String, String> env = System.getenv();
        switch (mode) {
            case "app-key":
                same(env.get("KUSTO_APPLICATION_KEY"), get(kcsb, "getApplicationKey"));
                same("11111111-1111-1111-1111-111111111111", get(kcsb, "getApplicationClientId"));
                same("contoso.com", get(kcsb, "getAuthorityId"));
                break;
            case "app-token":
                same(env.get("KUSTO_APPLICATION_TOKEN"), get(kcsb, "getAccessToken"));
                same("a;\"b\\" + "u0022${c}" + (char) 0x2028, get(kcsb, "getApplicationNameForTracing"));
                break;
            case "user-token":
                same(env.get("KUSTO_USER_TOKEN"), get(kcsb, "getAccessToken"));
                same("Sam\"ples\\n${x} {y} %z '\u03bb'", connection.getField("DATABASE").get(null));
                break;
            case "user-managed-identity":
                same("22222222-2222-2222-2222-222222222222", get(kcsb, "getManagedIdentityClientId"));
                break;
            case "token-provider":
                same(env.get("KUSTO_TOKEN"), ((Callable<?>) get(kcsb, "getTokenProvider")).call());
                break;
            default:
        }
        System.out.println("ok " + args[0]);
    }

    static void refuseConnections() {
        System.setSecurityManager(new SecurityManager() {
            @Override
            public void checkPermission(Permission permission) {
            }

            @Override
            public void checkConnect(String host, int port) {
                throw new SecurityException("a connection is opened");
            }
        });
    }

    static final Map<String, String> SELECTED = Map.ofEntries(
            Map.entry("none", "none"),
            Map.entry("user-prompt", "prompt"),
            Map.entry("user-token", "token"),
            Map.entry("app-token", "token"),
            Map.entry("app-key", "key"),
            Map.entry("app-certificate", "certificate"),
            Map.entry("system-managed-identity", "managed identity"),
            Map.entry("user-managed-identity", "managed identity"),
            Map.entry("az-cli", "az cli"),
            Map.entry("device-code", "device code"),
            Map.entry("token-provider", "provider"),
            Map.entry("token-credential", "credential"),
            Map.entry("federated-managed-identity", "provider"),
            Map.entry("workload-identity", "credential"));

    static String selected(ConnectionStringBuilder kcsb) throws Exception {
        if (get(kcsb, "getApplicationKey") != null) return "key";
        if ((boolean) get(kcsb, "isUseCertificateAuth")) return "certificate";
        if (get(kcsb, "getAccessToken") != null) return "token";
        if (get(kcsb, "getTokenProvider") != null) return "provider";
        if (get(kcsb, "getCustomTokenCredential") != null) return "credential";
        if ((boolean) get(kcsb, "isUseDeviceCodeAuth")) return "device code";
        if ((boolean) get(kcsb, "isUseManagedIdentityAuth")) return "managed identity";
        if ((boolean) get(kcsb, "isUseAzureCli")) return "az cli";
        return (boolean) get(kcsb, "isUseUserPromptAuth") ? "prompt" : "none";
    }

    /** Calls a getter, whoever may see it. */
    static Object get(ConnectionStringBuilder kcsb, String getter) throws Exception {
        Method method = ConnectionStringBuilder.class.getDeclaredMethod(getter);
        method.setAccessible(true);
        return method.invoke(kcsb);
    }

    static void same(Object want, Object got) {
        if (!Objects.equals(want, got)) {
            throw new AssertionError("want " + want + ", got " + got);
        }
    }
}
