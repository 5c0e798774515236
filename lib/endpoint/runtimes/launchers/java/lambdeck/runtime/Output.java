package lambdeck.runtime;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** stdout, stderr and the handler's logger, in the order in which the function used them. */
final class Output {
  private final Sockets sockets;
  private boolean isJson;
  private int levelMin;
  volatile String requestId;

  Output(Sockets sockets) {
    this.sockets = sockets;
  }

  void replaceStreams() throws UnsupportedEncodingException {
    System.setOut(stream(Sockets.LOG_OUTPUT));
    System.setErr(stream(Sockets.LOG_ERRORS));
    Runtime.getRuntime().addShutdownHook(new Thread(this::flush));
  }

  void configure(String format, String level) {
    isJson = "JSON".equals(format);
    levelMin = isJson ? levelIndex(level == null ? "INFO" : level) : 0;
  }

  private PrintStream stream(final int kind) throws UnsupportedEncodingException {
    OutputStream raw =
        new OutputStream() {
          @Override
          public void write(int value) {
            write(new byte[] {(byte) value}, 0, 1);
          }

          @Override
          public void write(byte[] bytes, int from, int count) {
            if (count > 0) sockets.log(kind, bytes, from, count);
          }
        };
    return new PrintStream(new BufferedOutputStream(raw), true, "UTF-8");
  }

  void flush() {
    System.out.flush();
    System.err.flush();
  }

  /** One log event, whatever line breaks it has. `level` is null or UNDEFINED when the function gave none. */
  void event(String message, String level) {
    boolean hasLevel = level != null && !level.equals("UNDEFINED");
    if (hasLevel && levelIndex(level) < levelMin) return;
    flush();
    String text = message;
    if (isJson) text = record(message, level == null ? "UNDEFINED" : level) + "\n";
    else if (hasLevel) text = "[" + level + "] " + message;
    if (!text.endsWith("\n")) text += "\n";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    sockets.log(Sockets.LOG_EVENT, bytes, 0, bytes.length);
  }

  private String record(String message, String level) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("timestamp", java.time.Instant.ofEpochMilli(System.currentTimeMillis()).toString());
    fields.put("message", message);
    fields.put("level", level);
    if (requestId != null) fields.put("AWSRequestId", requestId);
    return Writer.write(fields);
  }

  private static int levelIndex(String level) {
    return java.util.Arrays.asList("TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL").indexOf(level.toUpperCase());
  }
}
