package lambdeck.runtime;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Iterator;
import java.util.ServiceLoader;

/** A serializer of the function's own, which it registers as the service `CustomPojoSerializer`. */
final class Serializer {
  private final Object own;
  private final Method fromJson;
  private final Method toJson;

  private Serializer(Object own, Class<?> face) throws NoSuchMethodException {
    this.own = own;
    this.fromJson = face.getMethod("fromJson", InputStream.class, Type.class);
    this.toJson = face.getMethod("toJson", Object.class, OutputStream.class, Type.class);
  }

  static Serializer find(ClassLoader loader) {
    try {
      Class<?> face = Class.forName("com.amazonaws.services.lambda.runtime.CustomPojoSerializer", false, loader);
      Iterator<?> found = ServiceLoader.load(face, loader).iterator();
      return found.hasNext() ? new Serializer(found.next(), face) : null;
    } catch (ClassNotFoundException | NoSuchMethodException error) {
      return null;
    }
  }

  Object read(byte[] event, Type type) throws Throwable {
    return call(fromJson, new ByteArrayInputStream(event), type);
  }

  byte[] write(Object value, Type type) throws Throwable {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    call(toJson, value, output, type);
    return output.toByteArray();
  }

  private Object call(Method method, Object... arguments) throws Throwable {
    try {
      return method.invoke(own, arguments);
    } catch (InvocationTargetException error) {
      throw error.getCause();
    }
  }
}
