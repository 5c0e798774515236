package lambdeck.runtime;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON text to maps, lists, strings, numbers, booleans and null. Numbers become the smallest type that holds them. */
final class Json {
  /** Deeper input than this is refused before it can exhaust the stack. */
  private static final int DEPTH_MAX = 1000;

  private final String text;
  private int at;
  private int depth;

  private Json(String text) {
    this.text = text;
  }

  /** Throws BadJson with a position when the text is not one JSON value. */
  static Object parse(String text) {
    Json json = new Json(text);
    json.skipBlanks();
    if (json.at == text.length()) throw new BadJson("No content to map due to end-of-input");
    Object value = json.value();
    json.skipBlanks();
    if (json.at < text.length()) throw json.unexpected();
    return value;
  }

  private Object value() {
    skipBlanks();
    char next = peek();
    if (next == '{') return object();
    if (next == '[') return array();
    if (next == '"') return string();
    if (next == '-' || (next >= '0' && next <= '9')) return number();
    if (word("true")) return Boolean.TRUE;
    if (word("false")) return Boolean.FALSE;
    if (word("null")) return null;
    throw unexpected();
  }

  private Map<String, Object> object() {
    Map<String, Object> members = new LinkedHashMap<>();
    open();
    if (!closes('}')) {
      do {
        skipBlanks();
        if (peek() != '"') throw unexpected();
        String name = string();
        skipBlanks();
        if (peek() != ':') throw unexpected();
        at += 1;
        members.put(name, value());
      } while (goesOn('}'));
    }
    depth -= 1;
    return members;
  }

  private List<Object> array() {
    List<Object> items = new ArrayList<>();
    open();
    if (!closes(']')) {
      do items.add(value());
      while (goesOn(']'));
    }
    depth -= 1;
    return items;
  }

  private void open() {
    at += 1;
    depth += 1;
    if (depth > DEPTH_MAX) throw new BadJson("Document nesting depth exceeds the maximum allowed (" + DEPTH_MAX + ")");
  }

  private boolean closes(char end) {
    skipBlanks();
    if (peek() != end) return false;
    at += 1;
    return true;
  }

  private boolean goesOn(char end) {
    if (closes(end)) return false;
    if (peek() != ',') throw unexpected();
    at += 1;
    return true;
  }

  private String string() {
    at += 1;
    StringBuilder found = null;
    int from = at;
    for (;;) {
      char next = peek();
      if (next == '"') {
        String rest = text.substring(from, at);
        at += 1;
        return found == null ? rest : found.append(rest).toString();
      }
      if (next < ' ') throw unexpected();
      if (next != '\\') {
        at += 1;
        continue;
      }
      if (found == null) found = new StringBuilder();
      found.append(text, from, at);
      at += 1;
      found.append(escaped());
      from = at;
    }
  }

  private char escaped() {
    char kind = peek();
    at += 1;
    switch (kind) {
      case '"':
      case '\\':
      case '/':
        return kind;
      case 'b':
        return '\b';
      case 'f':
        return '\f';
      case 'n':
        return '\n';
      case 'r':
        return '\r';
      case 't':
        return '\t';
      case 'u':
        if (at + 4 > text.length()) throw new BadJson("Unexpected end-of-input in an escape sequence");
        int code = 0;
        for (int index = 0; index < 4; index += 1) {
          int digit = Character.digit(text.charAt(at + index), 16);
          if (digit < 0) throw unexpected();
          code = code * 16 + digit;
        }
        at += 4;
        return (char) code;
      default:
        at -= 1;
        throw unexpected();
    }
  }

  private Number number() {
    int from = at;
    boolean isWhole = true;
    if (peek() == '-') at += 1;
    int digits = at;
    skipDigits();
    if (at - digits > 1 && text.charAt(digits) == '0') throw new BadJson("Invalid numeric value: Leading zeroes not allowed");
    if (at < text.length() && text.charAt(at) == '.') {
      isWhole = false;
      at += 1;
      skipDigits();
    }
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      isWhole = false;
      at += 1;
      if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) at += 1;
      skipDigits();
    }
    String found = text.substring(from, at);
    if (!isWhole) return Double.valueOf(found);
    if (found.length() > 1000) throw new BadJson("Number value length (" + found.length() + ") exceeds the maximum allowed (1000)");
    if (found.length() > 18) {
      BigInteger large = new BigInteger(found);
      if (large.bitLength() > 63) return large;
    }
    long whole = Long.parseLong(found);
    if (whole == (int) whole) return (int) whole;
    return whole;
  }

  private void skipDigits() {
    int from = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') at += 1;
    if (at == from) throw unexpected();
  }

  private boolean word(String word) {
    if (!text.startsWith(word, at)) return false;
    int end = at + word.length();
    if (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) return false;
    at = end;
    return true;
  }

  private void skipBlanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) at += 1;
  }

  private char peek() {
    if (at >= text.length()) throw new BadJson("Unexpected end-of-input");
    return text.charAt(at);
  }

  private BadJson unexpected() {
    if (at >= text.length()) return new BadJson("Unexpected end-of-input");
    return new BadJson("Unexpected character ('" + text.charAt(at) + "') at position " + at);
  }

  /** Writes a string with its quotes. */
  static void quote(StringBuilder out, CharSequence value) {
    out.append('"');
    for (int index = 0; index < value.length(); index += 1) {
      char next = value.charAt(index);
      if (next == '"' || next == '\\') out.append('\\').append(next);
      else if (next == '\n') out.append("\\n");
      else if (next == '\r') out.append("\\r");
      else if (next == '\t') out.append("\\t");
      else if (next == '\b') out.append("\\b");
      else if (next == '\f') out.append("\\f");
      else if (next < ' ') out.append(String.format("\\u%04X", (int) next));
      else out.append(next);
    }
    out.append('"');
  }

  /** Writes a number as JSON allows it; what JSON has no number for becomes a string. */
  static void number(StringBuilder out, Number value) {
    if (value instanceof BigDecimal) out.append(((BigDecimal) value).toString());
    else if ((value instanceof Double || value instanceof Float) && !isFinite(value)) quote(out, value.toString());
    else out.append(value);
  }

  private static boolean isFinite(Number value) {
    return !Double.isNaN(value.doubleValue()) && !Double.isInfinite(value.doubleValue());
  }

  /** The text is not JSON, or a value does not fit the type that the handler asks for. */
  static final class BadJson extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadJson(String message) {
      super(message);
    }

    BadJson(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
