package lambdeck.runtime;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Finds what a handler string names, by AWS's rules, and calls it. */
final class Handlers {
  private final Contexts contexts;
  private final ClassLoader loader;

  Handlers(ClassLoader loader, Contexts contexts) {
    this.loader = loader;
    this.contexts = contexts;
  }

  /** A handler that is ready to be called. */
  interface Handler {
    byte[] call(byte[] event, Sockets.Frame frame) throws Throwable;
  }

  /** True when the handler string names a method: AWS's runtime calls that by reflection, and stack traces show it. */
  static boolean isReflective(String handler) {
    return handler.contains("::");
  }

  /** The package, its libraries, then those of the layers. */
  static ClassLoader loader(String taskRoot, String optRoot) throws MalformedURLException {
    List<URL> places = new ArrayList<>();
    places.add(new File(taskRoot + "/").toURI().toURL());
    addJars(new File(taskRoot, "lib"), places);
    addJars(new File(optRoot, "java/lib"), places);
    return new URLClassLoader(places.toArray(new URL[0]), platformLoader());
  }

  /** Everything that Java itself brings, and nothing of this client; Java 8 has no such loader by that name. */
  private static ClassLoader platformLoader() {
    return ClassLoader.getSystemClassLoader().getParent();
  }

  private static void addJars(File folder, List<URL> places) throws MalformedURLException {
    File[] jars = folder.listFiles((parent, name) -> name.endsWith(".jar"));
    if (jars == null) return;
    Arrays.sort(jars);
    for (File jar : jars) places.add(jar.toURI().toURL());
  }

  /** Throws Fault for what the handler string gets wrong, and the function's own error when its class does not load. */
  Handler find(String handler) throws Throwable {
    int split = handler.indexOf("::");
    String className = split < 0 ? handler : handler.substring(0, split);
    Class<?> type = load(className);
    if (split >= 0) return method(type, handler.substring(split + 2));
    Class<?> streams = contexts.core("RequestStreamHandler");
    if (streams != null && streams.isAssignableFrom(type)) {
      Class<?> context = contexts.type();
      return streaming(create(type), streams.getMethod("handleRequest", InputStream.class, OutputStream.class, context));
    }
    Class<?> requests = contexts.core("RequestHandler");
    if (requests != null && requests.isAssignableFrom(type)) {
      Method called = requests.getMethod("handleRequest", Object.class, contexts.type());
      return plain(create(type), called, Types.of(type).argument(requests, 0), true);
    }
    throw new Fault("Class does not implement an appropriate handler interface: " + className, null);
  }

  private Class<?> load(String className) {
    try {
      return Class.forName(className, true, loader);
    } catch (ClassNotFoundException error) {
      throw new Fault("Class not found: " + className, error);
    } catch (LinkageError error) {
      throw new Fault("Error loading class " + className, error);
    }
  }

  private static Object create(Class<?> type) throws Throwable {
    try {
      return type.getConstructor().newInstance();
    } catch (NoSuchMethodException error) {
      throw new Fault("Class " + type.getName() + " has no public zero-argument constructor", error);
    } catch (InstantiationException error) {
      throw new Fault("Class " + type.getName() + " cannot be instantiated", error);
    } catch (IllegalAccessException error) {
      throw new Fault("Class " + type.getName() + " cannot be accessed", error);
    } catch (InvocationTargetException error) {
      Throwable cause = error.getCause();
      throw new Fault(cause.getMessage() == null ? cause.getClass().getName() : cause.getMessage(), cause);
    }
  }

  private Handler method(Class<?> type, String name) throws Throwable {
    List<Method> fitting = new ArrayList<>();
    for (Method method : type.getMethods()) {
      if (method.getName().equals(name) && !method.isBridge() && shapeOf(method) != null) fitting.add(method);
    }
    // A method of a parent that is not public is inherited behind a bridge, which has lost its types.
    for (Class<?> at = type; at != null && fitting.isEmpty(); at = at.getSuperclass()) {
      for (Method method : at.getDeclaredMethods()) {
        boolean isOpen = Modifier.isPublic(method.getModifiers()) && !Modifier.isAbstract(method.getModifiers());
        if (method.getName().equals(name) && isOpen && !method.isBridge() && shapeOf(method) != null) {
          fitting.add(Beans.opened(method));
        }
      }
    }
    if (fitting.isEmpty()) {
      throw new Fault(
          "No public method named " + name + " with appropriate method signature found on class " + type.getName(), null);
    }
    // Of several, the one that takes most, and of those the one that takes the Context.
    Method chosen =
        fitting.stream()
            .max(Comparator.comparingInt(Method::getParameterCount).thenComparingInt(this::takesContext))
            .get();
    Object instance = Modifier.isStatic(chosen.getModifiers()) ? null : create(type);
    if (shapeOf(chosen).equals("streams")) return streaming(instance, chosen);
    Types input = chosen.getParameterCount() - takesContext(chosen) == 0 ? null : Types.of(type).member(chosen.getGenericParameterTypes()[0]);
    return plain(instance, chosen, input, false);
  }

  private int takesContext(Method method) {
    Class<?>[] types = method.getParameterTypes();
    return types.length > 0 && types[types.length - 1] == contexts.type() ? 1 : 0;
  }

  private String shapeOf(Method method) {
    Class<?>[] types = method.getParameterTypes();
    int count = types.length - takesContext(method);
    if (count == 0) return "plain";
    if (count == 1) return types[0] == OutputStream.class ? "streams" : "plain";
    return count == 2 && types[0] == InputStream.class && types[1] == OutputStream.class ? "streams" : null;
  }

  private Handler streaming(final Object instance, final Method method) {
    return (event, frame) -> {
      ByteArrayOutputStream output = new ByteArrayOutputStream();
      List<Object> arguments = new ArrayList<>();
      for (Class<?> type : method.getParameterTypes()) {
        if (type == InputStream.class) arguments.add(new ByteArrayInputStream(event));
        else if (type == OutputStream.class) arguments.add(output);
        else arguments.add(contexts.create(frame));
      }
      call(instance, method, arguments.toArray());
      return output.toByteArray();
    };
  }

  private Handler plain(final Object instance, final Method method, final Types input, final boolean isInterface) {
    final Serializer custom = Serializer.find(loader);
    final boolean withContext = isInterface || takesContext(method) == 1;
    return (event, frame) -> {
      List<Object> arguments = new ArrayList<>();
      if (input != null && input.raw == InputStream.class) arguments.add(new ByteArrayInputStream(event));
      else if (input != null) arguments.add(custom == null ? parsed(event, input) : custom.read(event, input.type()));
      if (withContext) arguments.add(contexts.create(frame));
      Object result = call(instance, method, arguments.toArray());
      if (method.getReturnType() == void.class) return "null".getBytes(StandardCharsets.UTF_8);
      return custom == null ? written(result) : custom.write(result, method.getGenericReturnType());
    };
  }

  private static Object parsed(byte[] event, Types input) {
    try {
      return Reader.read(Json.parse(new String(event, StandardCharsets.UTF_8)), input);
    } catch (Json.BadJson error) {
      throw new Fault("An error occurred during JSON parsing", new RuntimeException("An error occurred during JSON parsing", error));
    }
  }

  private static byte[] written(Object result) {
    try {
      return Writer.write(result).getBytes(StandardCharsets.UTF_8);
    } catch (Json.BadJson | StackOverflowError error) {
      String message = "An error occurred during JSON serialization of response";
      throw new Fault(message, new RuntimeException(message, error));
    }
  }

  private static Object call(Object instance, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(instance, arguments);
    } catch (InvocationTargetException error) {
      throw error.getCause();
    }
  }

  /** An error of the runtime's own; it is told with `cause`'s type and without a stack. */
  static final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Fault(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
