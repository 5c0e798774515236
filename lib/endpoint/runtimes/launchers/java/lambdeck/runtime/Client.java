package lambdeck.runtime;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Runs inside every Java environment, on Java 8 and newer, without dependencies. Behaviour follows AWS's Java runtime:
 * handler loading, serialization, logging, error shapes.
 */
public final class Client {
  private static final int RESPONSE_BYTES_MAX = 6291556;

  private final Sockets sockets = new Sockets();
  private final Output output = new Output(sockets);
  private Handlers.Handler handler;
  /** Found when the handler was looked for; told to the first invocation, as AWS does. */
  private Handlers.Fault fault;
  private boolean showsReflection;

  private Client() throws ReflectiveOperationException {}

  public static void main(String[] arguments) throws Exception {
    new Client().run();
  }

  private void run() throws Exception {
    output.replaceStreams();
    final BlockingQueue<Sockets.Frame> frames = new LinkedBlockingQueue<>();
    Thread reader = new Thread(() -> read(frames), "lambdeck-reader");
    reader.setDaemon(true);
    reader.start();
    for (;;) {
      Sockets.Frame frame = frames.take();
      if (frame.kind == Sockets.LAUNCH) start(frame);
      else if (frame.kind == Sockets.INVOKE) invoke(frame);
    }
  }

  /** A handler that never returns must still end when the endpoint is gone. */
  private void read(BlockingQueue<Sockets.Frame> frames) {
    try {
      for (Sockets.Frame frame = sockets.receive(); frame != null; frame = sockets.receive()) frames.add(frame);
    } catch (IOException error) {
      // As if it had ended.
    }
    Runtime.getRuntime().halt(1);
  }

  private void start(Sockets.Frame launch) {
    showsReflection = Handlers.isReflective(launch.text("handler"));
    output.configure(launch.text("logFormat"), System.getenv("AWS_LAMBDA_LOG_LEVEL"));
    try {
      ClassLoader loader = Handlers.loader(launch.text("taskRoot"), launch.text("optRoot"));
      Thread.currentThread().setContextClassLoader(loader);
      handler = new Handlers(loader, new Contexts(loader, output)).find(launch.text("handler"));
    } catch (Handlers.Fault error) {
      fault = error;
      boolean isOfFunction = error.getCause() != null && !(error.getCause() instanceof ReflectiveOperationException);
      if (isOfFunction) fail(Sockets.INIT_ERROR, null, error, true);
    } catch (Throwable error) {
      fail(Sockets.INIT_ERROR, null, error, true);
    }
    output.flush();
    sockets.send(Sockets.READY, new HashMap<String, Object>(), new byte[0]);
  }

  private void invoke(Sockets.Frame frame) {
    String id = frame.text("id");
    output.requestId = id;
    String trace = frame.text("traceId");
    if (trace == null) System.clearProperty("com.amazonaws.xray.traceHeader");
    else System.setProperty("com.amazonaws.xray.traceHeader", trace);
    byte[] answer;
    try {
      if (fault != null) throw fault;
      answer = handler.call(frame.body, frame);
    } catch (Throwable error) {
      // After these the virtual machine cannot be relied on any more.
      fail(Sockets.ERROR, id, error, error instanceof VirtualMachineError);
      return;
    } finally {
      output.flush();
      output.requestId = null;
    }
    if (answer.length > RESPONSE_BYTES_MAX) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put(
          "errorMessage", "Response payload size exceeded maximum allowed payload size (" + RESPONSE_BYTES_MAX + " bytes).");
      document.put("errorType", "Function.ResponseSizeTooLarge");
      send(Sockets.ERROR, id, document, false);
      return;
    }
    Map<String, Object> header = new HashMap<>();
    header.put("id", id);
    sockets.send(Sockets.ANSWER, header, answer);
  }

  private void fail(int kind, String id, Throwable error, boolean isFatal) {
    boolean isFault = error instanceof Handlers.Fault;
    Throwable told = isFault && error.getCause() != null ? error.getCause() : error;
    cut(told);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("errorMessage", isFault ? error.getMessage() : messageOf(told));
    if (told != error || !isFault) document.put("errorType", told.getClass().getName());
    boolean isMarshalling = told.getCause() instanceof Json.BadJson;
    if (!isFault || isMarshalling) document.put("stackTrace", isFault ? new ArrayList<>() : framesOf(told));
    if (!isFault && told.getCause() != null && told.getCause() != told) document.put("cause", documentOf(told.getCause(), 0));
    String text = document.get("errorMessage").toString();
    if (told != error || !isFault) text += ": " + told.getClass().getName() + "\n" + traceOf(told);
    output.event(text + "\n", "JSON".equals(System.getenv("AWS_LAMBDA_LOG_FORMAT")) ? "ERROR" : null);
    send(kind, id, document, isFatal);
    if (!isFatal) return;
    output.flush();
    Runtime.getRuntime().halt(1);
  }

  private void send(int kind, String id, Map<String, Object> document, boolean isFatal) {
    Map<String, Object> header = new HashMap<>();
    if (id != null) header.put("id", id);
    Object type = document.get("errorType");
    header.put("errorType", type == null ? "Runtime.BadFunctionCode" : type);
    if (isFatal) header.put("fatal", true);
    sockets.send(kind, header, Writer.write(document).getBytes(StandardCharsets.UTF_8));
  }

  private static String messageOf(Throwable error) {
    return error.getLocalizedMessage() == null ? error.getClass().getName() : error.getLocalizedMessage();
  }

  private Map<String, Object> documentOf(Throwable error, int depth) {
    cut(error);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("errorMessage", messageOf(error));
    document.put("errorType", error.getClass().getName());
    document.put("stackTrace", framesOf(error));
    // A chain that leads back to itself would never end.
    if (error.getCause() != null && depth < 20) document.put("cause", documentOf(error.getCause(), depth + 1));
    return document;
  }

  private static List<String> framesOf(Throwable error) {
    List<String> frames = new ArrayList<>();
    for (StackTraceElement frame : error.getStackTrace()) frames.add(frame.toString());
    return frames;
  }

  private static String traceOf(Throwable error) {
    StringWriter text = new StringWriter();
    error.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }

  /** Frames of this client are no part of the function's story. */
  private void cut(Throwable error) {
    StackTraceElement[] frames = error.getStackTrace();
    int end = 0;
    while (end < frames.length && !frames[end].getClassName().startsWith("lambdeck.runtime.")) end += 1;
    if (end == frames.length) return;
    while (!showsReflection && end > 0 && isReflection(frames[end - 1].getClassName())) end -= 1;
    error.setStackTrace(java.util.Arrays.copyOf(frames, end));
  }

  private static boolean isReflection(String className) {
    return className.startsWith("java.lang.reflect.")
        || className.startsWith("jdk.internal.reflect.")
        || className.startsWith("sun.reflect.")
        || className.startsWith("java.lang.invoke.");
  }
}
