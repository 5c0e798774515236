package lambdeck.runtime;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.lang.reflect.Constructor;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The two inherited sockets to the endpoint: control on descriptor 3, log on 4. The protocol: see framing.ts. */
final class Sockets {
  static final int LAUNCH = 1, INVOKE = 2, READY = 10, INIT_ERROR = 11, ANSWER = 12, ERROR = 13;
  static final int LOG_EVENT = 1, LOG_OUTPUT = 2, LOG_ERRORS = 3;
  private static final int LOG_BYTES_MAX = 1024 * 1024;
  private static final int FRAME_BYTES_MAX = 16 * 1024 * 1024;
  private static final int PAGE_BYTES = 4096;

  private final DataInputStream input;
  private final OutputStream control;
  private final OutputStream log;

  static final class Frame {
    final int kind;
    final Map<String, Object> header;
    final byte[] body;

    Frame(int kind, Map<String, Object> header, byte[] body) {
      this.kind = kind;
      this.header = header;
      this.body = body;
    }

    String text(String name) {
      Object value = header.get(name);
      return value == null ? null : value.toString();
    }
  }

  Sockets() throws ReflectiveOperationException {
    input = new DataInputStream(new java.io.BufferedInputStream(new FileInputStream(descriptor(3))));
    control = new FileOutputStream(descriptor(3));
    log = new FileOutputStream(descriptor(4));
  }

  private static FileDescriptor descriptor(int number) throws ReflectiveOperationException {
    Constructor<FileDescriptor> made = FileDescriptor.class.getDeclaredConstructor(int.class);
    made.setAccessible(true);
    return made.newInstance(number);
  }

  /** The next message; null when the endpoint is gone. */
  @SuppressWarnings("unchecked")
  Frame receive() throws IOException {
    try {
      int length = input.readInt();
      if (length < 5 || length > FRAME_BYTES_MAX) throw new IOException("a message of " + length + " bytes arrived");
      int kind = input.readUnsignedByte();
      byte[] header = new byte[input.readInt()];
      input.readFully(header);
      byte[] body = new byte[length - 5 - header.length];
      input.readFully(body);
      return new Frame(kind, (Map<String, Object>) Json.parse(new String(header, StandardCharsets.UTF_8)), body);
    } catch (EOFException error) {
      return null;
    }
  }

  void send(int kind, Map<String, Object> header, byte[] body) {
    header.put("rss", residentBytes());
    byte[] head = Writer.write(header).getBytes(StandardCharsets.UTF_8);
    ByteBuffer frame = ByteBuffer.allocate(9 + head.length + body.length);
    frame.putInt(5 + head.length + body.length).put((byte) kind).putInt(head.length).put(head).put(body);
    write(control, frame.array());
  }

  /** Parts of a long text that belong together are cut: the endpoint cuts such lines anyway. */
  void log(int kind, byte[] bytes, int from, int count) {
    for (int start = 0; start < Math.max(1, count); start += LOG_BYTES_MAX) {
      int size = Math.min(LOG_BYTES_MAX, count - start);
      ByteBuffer frame = ByteBuffer.allocate(5 + size);
      frame.putInt(1 + size).put((byte) (start == 0 ? kind : LOG_OUTPUT)).put(bytes, from + start, size);
      write(log, frame.array());
    }
  }

  private static void write(OutputStream to, byte[] bytes) {
    try {
      synchronized (to) {
        to.write(bytes);
      }
    } catch (IOException error) {
      // Nobody is left to answer to.
      Runtime.getRuntime().halt(1);
    }
  }

  private static long residentBytes() {
    try (RandomAccessFile statm = new RandomAccessFile("/proc/self/statm", "r")) {
      return Long.parseLong(statm.readLine().split(" ")[1]) * PAGE_BYTES;
    } catch (IOException | RuntimeException error) {
      return 0;
    }
  }
}
