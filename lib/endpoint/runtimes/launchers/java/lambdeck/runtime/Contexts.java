package lambdeck.runtime;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Context objects made against the interfaces that the function's own package brings; there are none of ours. */
final class Contexts {
  private static final String CORE = "com.amazonaws.services.lambda.runtime.";

  private final ClassLoader loader;
  private final Output output;
  private final Object logger;

  /** A package without aws-lambda-java-core simply gets no Context. */
  Contexts(ClassLoader loader, Output output) {
    this.loader = loader;
    this.output = output;
    this.logger = proxy("LambdaLogger", this::logged);
    giveLogger();
  }

  Class<?> type() {
    return core("Context");
  }

  Class<?> core(String name) {
    try {
      return Class.forName(CORE + name, false, loader);
    } catch (ClassNotFoundException error) {
      return null;
    }
  }

  Object create(Sockets.Frame frame) {
    final Map<String, Object> values = new HashMap<>();
    values.put("getAwsRequestId", frame.text("id"));
    values.put("getInvokedFunctionArn", frame.text("arn"));
    values.put("getFunctionName", System.getenv("AWS_LAMBDA_FUNCTION_NAME"));
    values.put("getFunctionVersion", System.getenv("AWS_LAMBDA_FUNCTION_VERSION"));
    values.put("getLogGroupName", System.getenv("AWS_LAMBDA_LOG_GROUP_NAME"));
    values.put("getLogStreamName", System.getenv("AWS_LAMBDA_LOG_STREAM_NAME"));
    values.put("getMemoryLimitInMB", Integer.valueOf(System.getenv("AWS_LAMBDA_FUNCTION_MEMORY_SIZE")));
    values.put("getTenantId", frame.text("tenantId"));
    values.put("getXrayTraceId", frame.text("traceId"));
    values.put("getClientContext", clientContext(frame.text("clientContext")));
    values.put("getLogger", logger);
    final long deadline = ((Number) frame.header.get("deadlineMs")).longValue();
    return proxy(
        "Context",
        (self, method, arguments) ->
            method.getName().equals("getRemainingTimeInMillis")
                ? (Object) (int) Math.max(0, deadline - System.currentTimeMillis())
                : values.get(method.getName()));
  }

  private Object clientContext(String json) {
    if (json == null) return null;
    Object parsed = Json.parse(json);
    if (!(parsed instanceof Map)) return null;
    final Map<?, ?> given = (Map<?, ?>) parsed;
    final Map<String, Object> values = new HashMap<>();
    values.put("getCustom", given.get("custom"));
    values.put("getEnvironment", given.get("env"));
    if (given.get("client") instanceof Map) {
      final Map<?, ?> client = (Map<?, ?>) given.get("client");
      final Map<String, String> names = new HashMap<>();
      names.put("getInstallationId", "installation_id");
      names.put("getAppTitle", "app_title");
      names.put("getAppVersionName", "app_version_name");
      names.put("getAppVersionCode", "app_version_code");
      names.put("getAppPackageName", "app_package_name");
      values.put("getClient", proxy("Client", (self, method, arguments) -> client.get(names.get(method.getName()))));
    }
    return proxy("ClientContext", (self, method, arguments) -> values.get(method.getName()));
  }

  private Object logged(Object self, Method method, Object[] arguments) {
    if (!method.getName().equals("log") || arguments == null) return null;
    Object message = arguments[0];
    String text = message instanceof byte[] ? new String((byte[]) message, StandardCharsets.UTF_8) : String.valueOf(message);
    output.event(text, arguments.length > 1 ? String.valueOf(arguments[1]) : null);
    return null;
  }

  /** `LambdaRuntime.getLogger()` is the logger of code that has no Context at hand. */
  private void giveLogger() {
    Class<?> runtime = core("LambdaRuntime");
    if (runtime == null || logger == null) return;
    try {
      Beans.opened(runtime.getDeclaredField("logger")).set(null, logger);
    } catch (ReflectiveOperationException | RuntimeException error) {
      // Its own default writes to stdout, which serves too.
    }
  }

  private Object proxy(final String name, final InvocationHandler answers) {
    Class<?> face = core(name);
    if (face == null) return null;
    return Proxy.newProxyInstance(
        loader,
        new Class<?>[] {face},
        (self, method, arguments) -> {
          if (method.getDeclaringClass() != Object.class) return answers.invoke(self, method, arguments);
          if (method.getName().equals("equals")) return self == arguments[0];
          if (method.getName().equals("hashCode")) return System.identityHashCode(self);
          return "Lambda" + name + "@" + Integer.toHexString(System.identityHashCode(self));
        });
  }
}
