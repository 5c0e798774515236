package lambdeck.runtime;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Calendar;
import java.util.Date;
import java.util.Map;
import java.util.Optional;

/** Turns what a handler returns into JSON as AWS's serializer writes it: beans by their getters, dates as numbers. */
final class Writer {
  private final StringBuilder out = new StringBuilder();

  private Writer() {}

  static String write(Object value) {
    Writer writer = new Writer();
    writer.value(value);
    return writer.out.toString();
  }

  private void value(Object value) {
    if (value == null) out.append("null");
    else if (value instanceof CharSequence) Json.quote(out, (CharSequence) value);
    else if (value instanceof Boolean) out.append(value);
    else if (value instanceof Number) Json.number(out, (Number) value);
    else if (value instanceof Map) map((Map<?, ?>) value);
    else if (value instanceof Iterable && !(value instanceof java.nio.file.Path)) items(((Iterable<?>) value).iterator());
    else if (value instanceof java.util.Iterator) items((java.util.Iterator<?>) value);
    else if (value instanceof Enum) Json.quote(out, ((Enum<?>) value).name());
    else if (value instanceof Optional) value(((Optional<?>) value).orElse(null));
    else if (value instanceof byte[]) Json.quote(out, Base64.getEncoder().encodeToString((byte[]) value));
    else if (value instanceof char[]) Json.quote(out, new String((char[]) value));
    else if (value instanceof ByteBuffer) {
      Json.quote(out, new String(Base64.getEncoder().encode(((ByteBuffer) value).duplicate()).array(), java.nio.charset.StandardCharsets.ISO_8859_1));
    } else if (value.getClass().isArray()) array(value);
    else if (!time(value) && !text(value)) bean(value);
  }

  private boolean time(Object value) {
    if (value instanceof Date) out.append(((Date) value).getTime());
    else if (value instanceof Calendar) out.append(((Calendar) value).getTimeInMillis());
    else if (value instanceof Instant) {
      Instant instant = (Instant) value;
      seconds(instant.getEpochSecond(), instant.getNano());
    } else if (value instanceof Duration) {
      seconds(((Duration) value).getSeconds(), ((Duration) value).getNano());
    } else if (value instanceof java.time.LocalDate) {
      java.time.LocalDate day = (java.time.LocalDate) value;
      items(java.util.Arrays.asList(day.getYear(), day.getMonthValue(), day.getDayOfMonth()).iterator());
    } else if (value instanceof java.time.OffsetDateTime) time(((java.time.OffsetDateTime) value).toInstant());
    else if (value instanceof java.time.ZonedDateTime) time(((java.time.ZonedDateTime) value).toInstant());
    else return false;
    return true;
  }

  private void seconds(long seconds, int nanos) {
    if (seconds == 0 && nanos == 0) out.append("0.0");
    else out.append(new BigDecimal(seconds).add(BigDecimal.valueOf(nanos, 9)).toPlainString());
  }

  /** Types that are one string. */
  private boolean text(Object value) {
    String name = value.getClass().getName();
    if (value instanceof Character
        || value instanceof java.util.UUID
        || value instanceof java.net.URI
        || value instanceof java.net.URL
        || value instanceof java.io.File
        || value instanceof java.nio.file.Path
        || value instanceof java.util.Locale
        || value instanceof java.util.TimeZone
        || name.startsWith("java.time.")
        || name.startsWith("org.joda.time.")) {
      Json.quote(out, value instanceof java.util.Locale ? ((java.util.Locale) value).toLanguageTag() : value.toString());
      return true;
    }
    if (value instanceof Class) {
      Json.quote(out, ((Class<?>) value).getName());
      return true;
    }
    return false;
  }

  private void map(Map<?, ?> map) {
    out.append('{');
    boolean isFirst = true;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (entry.getValue() == null) continue;
      isFirst = separate(isFirst);
      Json.quote(out, String.valueOf(entry.getKey()));
      out.append(':');
      value(entry.getValue());
    }
    out.append('}');
  }

  private void items(java.util.Iterator<?> items) {
    out.append('[');
    boolean isFirst = true;
    while (items.hasNext()) {
      isFirst = separate(isFirst);
      value(items.next());
    }
    out.append(']');
  }

  private void array(Object array) {
    out.append('[');
    for (int index = 0; index < Array.getLength(array); index += 1) {
      separate(index == 0);
      value(Array.get(array, index));
    }
    out.append(']');
  }

  private void bean(Object value) {
    out.append('{');
    boolean isFirst = true;
    for (Beans.Property property : Beans.of(value.getClass()).properties.values()) {
      if (!property.isReadable()) continue;
      Object member = read(value, property);
      if (member == null) continue;
      isFirst = separate(isFirst);
      Json.quote(out, property.name);
      out.append(':');
      value(member);
    }
    out.append('}');
  }

  private static Object read(Object value, Beans.Property property) {
    try {
      if (property.getter == null) return Beans.opened(property.field).get(value);
      if (!Modifier.isPublic(property.getter.getDeclaringClass().getModifiers())) Beans.opened(property.getter);
      return property.getter.invoke(value);
    } catch (InvocationTargetException error) {
      Throwable cause = error.getCause();
      throw new Json.BadJson(cause.getMessage() + " (in " + value.getClass().getName() + "[\"" + property.name + "\"])", cause);
    } catch (ReflectiveOperationException error) {
      throw new Json.BadJson("Cannot read " + value.getClass().getName() + "[\"" + property.name + "\"]", error);
    }
  }

  private boolean separate(boolean isFirst) {
    if (!isFirst) out.append(',');
    return false;
  }
}
