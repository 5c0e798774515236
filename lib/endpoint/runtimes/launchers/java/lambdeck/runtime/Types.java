package lambdeck.runtime;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** A generic type with its variables filled in: what `T` is in a subclass of `Base<Order>`. */
final class Types {
  final Class<?> raw;
  private final Type type;
  private final Map<TypeVariable<?>, Types> variables;

  private Types(Class<?> raw, Type type, Map<TypeVariable<?>, Types> variables) {
    this.raw = raw;
    this.type = type;
    this.variables = variables;
  }

  static Types of(Type type) {
    return of(type, Collections.<TypeVariable<?>, Types>emptyMap());
  }

  /** `type` as a member of this type sees it. */
  Types member(Type member) {
    return of(member, variables);
  }

  private static Types of(Type type, Map<TypeVariable<?>, Types> known) {
    if (type instanceof Class) return withParents((Class<?>) type, type, new HashMap<>(known));
    if (type instanceof ParameterizedType) {
      ParameterizedType given = (ParameterizedType) type;
      Class<?> raw = (Class<?>) given.getRawType();
      Map<TypeVariable<?>, Types> variables = new HashMap<>(known);
      for (int index = 0; index < raw.getTypeParameters().length; index += 1) {
        variables.put(raw.getTypeParameters()[index], of(given.getActualTypeArguments()[index], known));
      }
      return withParents(raw, type, variables);
    }
    if (type instanceof GenericArrayType) {
      Types item = of(((GenericArrayType) type).getGenericComponentType(), known);
      return new Types(Array.newInstance(item.raw, 0).getClass(), type, known);
    }
    if (type instanceof WildcardType) return of(((WildcardType) type).getUpperBounds()[0], known);
    Types found = known.get(type);
    if (found != null) return found;
    Type bound = ((TypeVariable<?>) type).getBounds()[0];
    // A bound that names its own variable would never end: `T extends Comparable<T>`.
    return bound instanceof Class ? of(bound, known) : new Types(rawOf(bound), bound, known);
  }

  private static Types withParents(Class<?> raw, Type type, Map<TypeVariable<?>, Types> variables) {
    for (Class<?> at = raw; at != null && at != Object.class; at = at.getSuperclass()) {
      learn(at.getGenericSuperclass(), variables);
      for (Type face : at.getGenericInterfaces()) learn(face, variables);
    }
    return new Types(raw, type, variables);
  }

  private static void learn(Type parent, Map<TypeVariable<?>, Types> variables) {
    if (!(parent instanceof ParameterizedType)) return;
    ParameterizedType given = (ParameterizedType) parent;
    TypeVariable<?>[] names = ((Class<?>) given.getRawType()).getTypeParameters();
    for (int index = 0; index < names.length; index += 1) {
      Type argument = given.getActualTypeArguments()[index];
      if (argument instanceof ParameterizedType) {
        // Its own parents are not looked at here, or `Node implements Comparable<Node>` would go in circles.
        variables.put(names[index], new Types(rawOf(argument), argument, variables));
      } else if (argument instanceof Class) variables.put(names[index], new Types((Class<?>) argument, argument, variables));
      else if (variables.get(argument) != null) variables.put(names[index], variables.get(argument));
    }
    for (Type face : ((Class<?>) given.getRawType()).getGenericInterfaces()) learn(face, variables);
  }

  private static Class<?> rawOf(Type type) {
    if (type instanceof Class) return (Class<?>) type;
    if (type instanceof ParameterizedType) return (Class<?>) ((ParameterizedType) type).getRawType();
    return Object.class;
  }

  /** What the variable `name` of the generic class `owner` is here; Object when nobody says. */
  Types argument(Class<?> owner, int index) {
    TypeVariable<?>[] names = owner.getTypeParameters();
    if (index >= names.length) return of(Object.class);
    Types found = variables.get(names[index]);
    if (found == null) found = whole().variables.get(names[index]);
    return found == null ? of(Object.class) : found.whole();
  }

  Types item() {
    if (type instanceof GenericArrayType) return member(((GenericArrayType) type).getGenericComponentType());
    return of(raw.getComponentType());
  }

  /** With the variables of its own arguments and parents, which a type met on the way does not have yet. */
  Types whole() {
    return of(type, variables);
  }

  Type type() {
    return type;
  }
}
