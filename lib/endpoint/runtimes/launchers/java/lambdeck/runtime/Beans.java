package lambdeck.runtime;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Properties of a class as AWS's serializer sees them: fields in their order, then getters that have no field. */
final class Beans {
  private static final Map<Class<?>, Beans> known = new ConcurrentHashMap<>();
  private static final String EVENTS = "com.amazonaws.services.lambda.runtime.events.";

  final Map<String, Property> properties = new LinkedHashMap<>();
  /** Components of a record in order; null for other classes. */
  final List<Property> components;
  /** Names in AWS's events differ from their classes' in case and hyphens, e.g. `eventSourceARN` and `eventSourceArn`. */
  final boolean isEvent;

  static final class Property {
    String name;
    Field field;
    Method getter;
    Method setter;
    boolean isVisibleField;

    Type typeOfSetter() {
      return setter != null ? setter.getGenericParameterTypes()[0] : field.getGenericType();
    }

    boolean isReadable() {
      return getter != null || isVisibleField;
    }
  }

  static Beans of(Class<?> type) {
    Beans found = known.get(type);
    if (found == null) {
      found = new Beans(type);
      known.put(type, found);
    }
    return found;
  }

  private Beans(Class<?> type) {
    isEvent = type.getName().startsWith(EVENTS);
    components = componentsOf(type);
    List<Class<?>> line = new ArrayList<>();
    for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) line.add(at);
    Collections.reverse(line);
    for (Class<?> at : line) {
      for (Field field : at.getDeclaredFields()) {
        if (Modifier.isStatic(field.getModifiers()) || field.isSynthetic()) continue;
        Property property = property(field.getName());
        property.field = field;
        property.isVisibleField =
            Modifier.isPublic(field.getModifiers()) && !Modifier.isTransient(field.getModifiers());
      }
    }
    for (Method method : type.getMethods()) {
      if (Modifier.isStatic(method.getModifiers()) || method.isBridge() || method.isSynthetic()) continue;
      if (method.getDeclaringClass() == Object.class) continue;
      String name = method.getName();
      if (method.getParameterCount() == 0 && method.getReturnType() != void.class) {
        boolean isFlag =
            name.startsWith("is") && (method.getReturnType() == boolean.class || method.getReturnType() == Boolean.class);
        String property = isFlag ? after(name, 2) : name.startsWith("get") ? after(name, 3) : null;
        if (property != null) property(property).getter = method;
      } else if (method.getParameterCount() == 1 && name.startsWith("set")) {
        String property = after(name, 3);
        if (property != null) property(property).setter = method;
      }
    }
    if (components != null) {
      for (Property component : components) property(component.name).getter = component.getter;
    }
    properties.values().removeIf(entry -> entry.getter == null && entry.setter == null && !entry.isVisibleField && !isEvent);
  }

  private Property property(String name) {
    Property found = properties.get(name);
    if (found == null) {
      found = new Property();
      found.name = name;
      properties.put(name, found);
    }
    return found;
  }

  Property find(String name) {
    Property exact = properties.get(name);
    if (exact != null || !isEvent) return exact;
    String plain = name.replace("-", "");
    for (Property property : properties.values()) {
      if (property.name.equalsIgnoreCase(plain)) return property;
    }
    return null;
  }

  /** `URLPart` stays as it is, `Name` becomes `name`: the rule of java.beans. */
  private static String after(String method, int prefix) {
    String rest = method.substring(prefix);
    if (rest.isEmpty()) return null;
    if (rest.length() > 1 && Character.isUpperCase(rest.charAt(0)) && Character.isUpperCase(rest.charAt(1))) return rest;
    return rest.substring(0, 1).toLowerCase(Locale.ROOT) + rest.substring(1);
  }

  /** Records are newer than the Java that this is compiled for. */
  private static List<Property> componentsOf(Class<?> type) {
    try {
      if (!(Boolean) Class.class.getMethod("isRecord").invoke(type)) return null;
      List<Property> found = new ArrayList<>();
      for (Object component : (Object[]) Class.class.getMethod("getRecordComponents").invoke(type)) {
        Property property = new Property();
        property.name = (String) component.getClass().getMethod("getName").invoke(component);
        property.getter = (Method) component.getClass().getMethod("getAccessor").invoke(component);
        found.add(property);
      }
      return found;
    } catch (ReflectiveOperationException error) {
      return null;
    }
  }

  Constructor<?> canonical(Class<?> type) throws NoSuchMethodException {
    Class<?>[] types = new Class<?>[components.size()];
    for (int index = 0; index < types.length; index += 1) types[index] = components.get(index).getter.getReturnType();
    return opened(type.getDeclaredConstructor(types));
  }

  static <T extends AccessibleObject> T opened(T member) {
    member.setAccessible(true);
    return member;
  }

  /** An object without its constructor being run; AWS's events have constructors that take all their members. */
  static Object allocate(Class<?> type) throws ReflectiveOperationException {
    Class<?> unsafe = Class.forName("sun.misc.Unsafe");
    Object instance = opened(unsafe.getDeclaredField("theUnsafe")).get(null);
    return unsafe.getMethod("allocateInstance", Class.class).invoke(instance, type);
  }
}
