package lambdeck.runtime;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** Turns parsed JSON into what a handler's parameter asks for, with the coercions that AWS's serializer has. */
final class Reader {
  private Reader() {}

  static Object read(Object json, Types to) {
    try {
      return convert(json, to);
    } catch (InvocationTargetException error) {
      throw new Json.BadJson("Cannot construct instance of `" + to.raw.getName() + "`: " + error.getCause(), error.getCause());
    } catch (ReflectiveOperationException | RuntimeException error) {
      if (error instanceof Json.BadJson) throw (Json.BadJson) error;
      throw new Json.BadJson("Cannot construct instance of `" + to.raw.getName() + "`: " + error, error);
    }
  }

  private static Object convert(Object json, Types to) throws ReflectiveOperationException {
    Class<?> raw = to.raw;
    if (raw == Optional.class) return Optional.ofNullable(json == null ? null : read(json, to.argument(Optional.class, 0)));
    if (json == null) return raw.isPrimitive() ? Array.get(Array.newInstance(raw, 1), 0) : null;
    if (raw == Object.class) return json;
    if (raw == String.class || raw == CharSequence.class) {
      if (json instanceof Map || json instanceof List) throw mismatch(json, raw);
      return String.valueOf(json);
    }
    if (raw.isPrimitive() || raw == Boolean.class || raw == Character.class || Number.class.isAssignableFrom(raw)) {
      return scalar(json, raw);
    }
    if (raw.isEnum()) return constant(json, raw);
    if (raw == byte[].class && json instanceof String) return Base64.getDecoder().decode((String) json);
    if (ByteBuffer.class.isAssignableFrom(raw)) return ByteBuffer.wrap(Base64.getDecoder().decode((String) json));
    if (raw.isArray()) return array(json, to);
    if (Collection.class.isAssignableFrom(raw)) return collection(json, to);
    if (Map.class.isAssignableFrom(raw)) return map(json, to);
    Object special = special(json, raw);
    if (special != null) return special;
    if (json instanceof Map) return bean((Map<?, ?>) json, to);
    if (json instanceof String) {
      for (Constructor<?> made : raw.getConstructors()) {
        if (made.getParameterCount() == 1 && made.getParameterTypes()[0] == String.class) return made.newInstance(json);
      }
    }
    throw new Json.BadJson(
        "Cannot construct instance of `" + raw.getName() + "`: no constructor to deserialize from " + kindOf(json));
  }

  private static Object scalar(Object json, Class<?> raw) {
    if (raw == boolean.class || raw == Boolean.class) {
      if (json instanceof Boolean) return json;
      if (json instanceof Number) return ((Number) json).doubleValue() != 0;
      String text = json instanceof String ? ((String) json).trim() : "";
      if (text.equalsIgnoreCase("true")) return true;
      if (text.equalsIgnoreCase("false")) return false;
      throw notValid(json, raw, "only \"true\" or \"false\" recognized");
    }
    if (raw == char.class || raw == Character.class) {
      if (json instanceof String && ((String) json).length() == 1) return ((String) json).charAt(0);
      throw mismatch(json, raw);
    }
    if (!(json instanceof Number || json instanceof String)) throw mismatch(json, raw);
    if (json instanceof String && ((String) json).trim().isEmpty()) return raw.isPrimitive() ? number(0, raw) : null;
    try {
      return number(json instanceof Number ? (Number) json : new BigDecimal(((String) json).trim()), raw);
    } catch (ArithmeticException | NumberFormatException error) {
      throw notValid(json, raw, "not a valid `" + raw.getName() + "` value");
    }
  }

  private static Object number(Number value, Class<?> raw) {
    BigDecimal exact = value instanceof BigDecimal ? (BigDecimal) value : new BigDecimal(value.toString());
    if (raw == Number.class || raw == BigDecimal.class) return raw == Number.class ? value : exact;
    if (raw == double.class || raw == Double.class) return exact.doubleValue();
    if (raw == float.class || raw == Float.class) return exact.floatValue();
    BigInteger whole = exact.toBigInteger();
    if (raw == BigInteger.class) return whole;
    if (raw == long.class || raw == Long.class) return whole.longValueExact();
    if (raw == int.class || raw == Integer.class) return whole.intValueExact();
    if (raw == short.class || raw == Short.class) return whole.shortValueExact();
    if (raw == byte.class || raw == Byte.class) return whole.byteValueExact();
    throw new NumberFormatException();
  }

  private static Object constant(Object json, Class<?> raw) {
    Object[] constants = raw.getEnumConstants();
    if (json instanceof Integer && (Integer) json >= 0 && (Integer) json < constants.length) return constants[(Integer) json];
    List<String> names = new ArrayList<>();
    for (Object constant : constants) {
      if (((Enum<?>) constant).name().equals(json)) return constant;
      names.add(((Enum<?>) constant).name());
    }
    throw notValid(json, raw, "not one of the values accepted for Enum class: " + names);
  }

  private static Object array(Object json, Types to) {
    if (!(json instanceof List)) throw mismatch(json, to.raw);
    List<?> items = (List<?>) json;
    Types item = to.item();
    Object made = Array.newInstance(to.raw.getComponentType(), items.size());
    for (int index = 0; index < items.size(); index += 1) Array.set(made, index, read(items.get(index), item));
    return made;
  }

  private static Object collection(Object json, Types to) throws ReflectiveOperationException {
    if (!(json instanceof List)) throw mismatch(json, to.raw);
    Collection<Object> made;
    if (!isOpen(to.raw)) made = asCollection(Beans.opened(to.raw.getDeclaredConstructor()).newInstance());
    else if (SortedSet.class.isAssignableFrom(to.raw)) made = new TreeSet<>();
    else if (java.util.Set.class.isAssignableFrom(to.raw)) made = new LinkedHashSet<>();
    else if (java.util.Queue.class.isAssignableFrom(to.raw)) made = new ArrayDeque<>();
    else made = new ArrayList<>();
    Types item = to.argument(Collection.class, 0);
    if (item.raw == Object.class) item = to.argument(to.raw, 0);
    for (Object entry : (List<?>) json) made.add(read(entry, item));
    return made;
  }

  @SuppressWarnings("unchecked")
  private static Collection<Object> asCollection(Object made) {
    return (Collection<Object>) made;
  }

  @SuppressWarnings("unchecked")
  private static Object map(Object json, Types to) throws ReflectiveOperationException {
    if (!(json instanceof Map)) throw mismatch(json, to.raw);
    Map<Object, Object> made;
    if (!isOpen(to.raw)) made = (Map<Object, Object>) Beans.opened(to.raw.getDeclaredConstructor()).newInstance();
    else if (SortedMap.class.isAssignableFrom(to.raw)) made = new TreeMap<>();
    else made = new LinkedHashMap<>();
    Types key = to.argument(Map.class, 0);
    Types value = to.argument(Map.class, 1);
    if (key.raw == Object.class && to.raw.getTypeParameters().length == 2) {
      key = to.argument(to.raw, 0);
      value = to.argument(to.raw, 1);
    }
    for (Map.Entry<?, ?> entry : ((Map<?, ?>) json).entrySet()) {
      made.put(read(entry.getKey(), key), read(entry.getValue(), value));
    }
    return made;
  }

  private static boolean isOpen(Class<?> raw) {
    return raw.isInterface() || Modifier.isAbstract(raw.getModifiers());
  }

  /** Types that are one JSON scalar; null for all others. */
  private static Object special(Object json, Class<?> raw) throws ReflectiveOperationException {
    String name = raw.getName();
    if (raw == Date.class) {
      if (json instanceof Number) return new Date(((Number) json).longValue());
      return new Date(java.time.OffsetDateTime.parse((String) json).toInstant().toEpochMilli());
    }
    if (raw == UUID.class) return UUID.fromString((String) json);
    if (raw == Locale.class) return Locale.forLanguageTag((String) json);
    if (raw == java.net.URI.class) return java.net.URI.create((String) json);
    if (raw == Class.class) throw mismatch(json, raw);
    if (raw == java.time.Instant.class && json instanceof Number) {
      BigDecimal seconds = new BigDecimal(json.toString());
      long whole = seconds.toBigInteger().longValue();
      return java.time.Instant.ofEpochSecond(whole, seconds.subtract(BigDecimal.valueOf(whole)).movePointRight(9).longValue());
    }
    if (name.startsWith("java.time.") && json instanceof String) {
      Method parse = raw.getMethod("parse", CharSequence.class);
      return parse.invoke(null, json);
    }
    if (name.equals("org.joda.time.DateTime")) return raw.getConstructor(Object.class).newInstance(json);
    return null;
  }

  private static Object bean(Map<?, ?> json, Types to) throws ReflectiveOperationException {
    Class<?> raw = to.raw;
    Beans beans = Beans.of(raw);
    if (beans.components != null) {
      Object[] values = new Object[beans.components.size()];
      for (int index = 0; index < values.length; index += 1) {
        Beans.Property component = beans.components.get(index);
        values[index] = read(json.get(component.name), to.member(component.getter.getGenericReturnType()));
      }
      return beans.canonical(raw).newInstance(values);
    }
    Object made = create(raw, beans);
    for (Map.Entry<?, ?> entry : json.entrySet()) {
      Beans.Property property = beans.find((String) entry.getKey());
      if (property == null || (property.setter == null && property.field == null)) continue;
      Object value;
      try {
        Types member = to.member(property.typeOfSetter());
        value = beans.isEvent ? eventDate(entry.getValue(), member) : null;
        if (value == null) value = read(entry.getValue(), member);
      } catch (Json.BadJson error) {
        throw new Json.BadJson(error.getMessage() + " (in " + raw.getName() + "[\"" + property.name + "\"])", error.getCause());
      }
      if (property.setter != null) Beans.opened(property.setter).invoke(made, value);
      else Beans.opened(property.field).set(made, value);
    }
    return made;
  }

  /** Kinesis and DynamoDB give seconds, with or without a fraction; a function's own classes read milliseconds. */
  private static Object eventDate(Object json, Types to) {
    if (to.raw != Date.class || !(json instanceof Number)) return null;
    return new Date(Math.round(((Number) json).doubleValue() * 1000));
  }

  private static Object create(Class<?> raw, Beans beans) throws ReflectiveOperationException {
    if (!isOpen(raw)) {
      try {
        return Beans.opened(raw.getDeclaredConstructor()).newInstance();
      } catch (NoSuchMethodException error) {
        if (beans.isEvent) return Beans.allocate(raw);
      }
    }
    throw new Json.BadJson(
        "Cannot construct instance of `" + raw.getName() + "` (no Creators, like default constructor, exist)");
  }

  private static Json.BadJson mismatch(Object json, Class<?> raw) {
    return new Json.BadJson("Cannot deserialize value of type `" + raw.getTypeName() + "` from " + kindOf(json));
  }

  private static Json.BadJson notValid(Object json, Class<?> raw, String why) {
    String shown = json instanceof String ? "String \"" + json + "\"" : String.valueOf(json);
    return new Json.BadJson("Cannot deserialize value of type `" + raw.getTypeName() + "` from " + shown + ": " + why);
  }

  private static String kindOf(Object json) {
    if (json instanceof Map) return "Object value";
    if (json instanceof List) return "Array value";
    if (json instanceof String) return "String value ('" + json + "')";
    return json instanceof Boolean ? "Boolean value (" + json + ")" : "Number value (" + json + ")";
  }
}
