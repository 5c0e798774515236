import { describe, expect, test } from 'vitest';
import { renderTemplate } from './render.ts';
import { inputTool, utilTool } from './tools.ts';
import { Budget, fromJson, OnceMap, TemplateError, type Value } from './values.ts';

const body = JSON.stringify({
  name: "O'Neil",
  n: 7,
  half: 0.5,
  tags: ['a', 'b', 'c'],
  items: [
    { id: 1, label: 'one' },
    { id: 2, label: 'two' },
  ],
  empty: {},
  nothing: null,
});

function render(template: string, more: { body?: string; variables?: Record<string, Value> } = {}): string {
  const budget = new Budget();
  const facts = {
    body: 'body' in more ? more.body : body,
    path: { id: '42' },
    querystring: { q: 'x y', id: 'later' },
    header: { Accept: '*/*' },
  };
  return renderTemplate(template, {
    budget,
    variables: {
      input: inputTool(facts, budget),
      util: utilTool(budget),
      context: fromJson({ requestId: 'r-1', identity: { sourceIp: '127.0.0.1' } }),
      stageVariables: fromJson({ fn: 'pets' }),
      ...more.variables,
    },
  });
}

describe('$input', () => {
  test.each([
    ['$input.body', body],
    ["$input.json('$.items[0]')", '{"id":1,"label":"one"}'],
    ["$input.json('$.missing')", '""'],
    ["$input.json('$.tags')", '["a","b","c"]'],
    ["$input.json('$..id')", '[1,2]'],
    ["$input.json('$.items[*].label')", '["one","two"]'],
    ["$input.json('$.tags[0:2]')", '["a","b"]'],
    ["$input.json('name')", '"O\'Neil"'],
    ["$input.path('$.items[1].label')", 'two'],
    ["$input.path('$.items[1]')", '{id=2, label=two}'],
    ["$input.path('$.items').size()", '2'],
    ["$input.path('$').items.get(0).id", '1'],
    ["$input.path('$.missing')", ''],
    [
      "$input.params('id') $input.params('q') $input.params('Accept') ($input.params('none'))",
      '42 x y */* ()',
    ],
    ["$input.params().querystring.get('id')", 'later'],
    ['$input.params().header.Accept', '*/*'],
    ['#foreach($p in $input.params().path.keySet())$p#end', 'id'],
  ])('%s', (template, expected) => {
    expect(render(template)).toBe(expected);
  });

  test('without a body', () => {
    expect(render('$input.body', { body: undefined })).toBe('{}');
    expect(render("$input.json('$')", { body: undefined })).toBe('{}');
  });

  test('a body that is no JSON can be printed, not read', () => {
    expect(render('$input.body', { body: 'plain' })).toBe('plain');
    expect(() => render("$input.json('$')", { body: 'plain' })).toThrow(TemplateError);
  });
});

describe('$util, $context, $stageVariables', () => {
  test.each([
    ["$util.escapeJavaScript($input.path('$.name'))", String.raw`O\'Neil`],
    [`$util.escapeJavaScript($input.path('$.name')).replaceAll("\\\\'","'")`, "O'Neil"],
    [`$util.parseJson('{"a":{"b":[1,2]}}').a.b[1]`, '2'],
    ["$util.urlEncode('a b&c=é*')", 'a+b%26c%3D%C3%A9*'],
    ["$util.urlDecode('a+b%26c')", 'a b&c'],
    ["$util.base64Encode('é')", 'w6k='],
    ["$util.base64Decode('w6k=')", 'é'],
    ['$context.requestId $context.identity.sourceIp$context.unknown', 'r-1 127.0.0.1'],
    ["$stageVariables.fn ${stageVariables['fn']} $stageVariables['fn']", 'pets pets pets'],
  ])('%s', (template, expected) => {
    expect(render(template)).toBe(expected);
  });
});

describe('the language', () => {
  test.each([
    ['a$unknown.b.c()d$!{x}e', 'ade'],
    ['#set($a = 1)#if($a == 1 && !$b)x#elseif($a)y#{else}z#end', 'x'],
    ['#set($a = 2)#if($a == 1)x#{else}z#{end}w', 'zw'],
    ['#foreach($t in $input.path("$.tags"))$foreach.index:$t#if($foreach.hasNext),#end#end', '0:a,1:b,2:c'],
    ['#foreach($i in [1..9])$i#if($velocityCount == 3)#break#end#end', '123'],
    ['#foreach($i in [3..1])$i#end', '321'],
    ['#set($m = {})#set($ignore = $m.put("k", 5))$m.k $m.size() $m', '5 1 {k=5}'],
    ['#set($m = {"a": 1})#set($m.b = "x")#foreach($e in $m.entrySet())$e.key=$e.getValue();#end', 'a=1;b=x;'],
    ['#set($l = ["x", 2])#set($l[0] = "y")$l $l.contains(2) $l.isEmpty()', '["y",2] true false'],
    ['#set($x = "a")#set($s = "v:$x")$s', 'v:a'],
    ["#set($s = 'v:$x')$s", 'v:$x'],
    ['#set($n = 7 / 2)$n #set($p = 7 % 4 + 2 * 3)$p', '3 9'],
    ['#set($s = "n" + 1)$s', 'n1'],
    ['#macro(hi $who)Hi $who#end#hi("you")', 'Hi you'],
    ['#define($d)deep $x#end#set($x = 1)$d', 'deep 1'],
    ['## note\na#* more *#b', 'ab'],
    ['#[[ $x #if #stop ]]#', ' $x #if #stop '],
    ['a#stop b', 'a'],
    ['$ 5.00 # $', '$ 5.00 # $'],
    ['#if("" == $input.path("$.missing"))same#{else}other#end', 'other'],
    ['#if($input.path("$.nothing"))x#{else}none#end', 'none'],
  ])('%s', (template, expected) => {
    expect(render(template)).toBe(expected);
  });

  test.each([
    ['$s.length() $s.substring(1) $s.substring(0, 2) $s.indexOf("c")', '5 bcde ab 2'],
    [
      '$s.contains("cd") $s.startsWith("ab") $s.endsWith("x") $s.equalsIgnoreCase("ABCDE")',
      'true true false true',
    ],
    ['$s.matches("[a-e]+") $s.matches("abc")', 'true false'],
    [
      '$s.replace("b", "$1") $s.replaceAll("(b)(c)", "$2$1") $s.replaceFirst("[a-z]", "Z")',
      'a$1cde acbde Zbcde',
    ],
    ['$s.toUpperCase() $s.concat("f") $s.charAt(0) $s.split("c").size()', 'ABCDE abcdef a 2'],
    ['$s.substring(9)$s.getClass()$s.class.forName("x")$s.constructor', ''],
  ])('text: %s', (template, expected) => {
    expect(render(`#set($s = "abcde")${template}`)).toBe(expected);
  });

  test('an override is set once', () => {
    const override = new Map<string, Value>([['header', new OnceMap()]]);
    const once = '#set($o.header.x = "1")';
    render(once, { variables: { o: override } });
    expect((override.get('header') as Map<string, Value>).get('x')).toBe('1');
    expect(() => render(once, { variables: { o: override } })).toThrow('set before');
  });

  test('a loop ends after a thousand rounds', () => {
    expect(render('#foreach($i in [1..5000])x#end')).toHaveLength(1000);
  });
});

describe('hostile templates', () => {
  test.each([
    '$s.constructor.constructor("return process")',
    '$input.constructor$input.__proto__$input.json.constructor("x")',
    '$util.getClass().forName("java.lang.Runtime")',
    '$m.__proto__.polluted$m.get("__proto__")$m.constructor',
    '$l.constructor$l.map("x")$l.__proto__$l.length.constructor',
    '$context.toString.constructor$context.hasOwnProperty("x")$context.valueOf()',
    '$input.params.constructor$input.params("__proto__")$input.params("constructor")',
    "$input.path('$.constructor')$input.path('$.__proto__')$input.path('$.tags.length')",
    '$process.env$globalThis$require("fs")$this.constructor',
  ])('%s reaches nothing', (template) => {
    const text = render(`#set($s = "x")#set($m = {})#set($l = [1])${template}`);
    expect(text).not.toMatch(/function|native|process|object Object/i);
  });

  test('a member called __proto__ changes no prototype', () => {
    render(
      '#set($m = {})#set($m.__proto__ = {"polluted": 1})#set($x = $m.put("__proto__", {"polluted": 1}))',
    );
    render(`#set($j = $util.parseJson('{"__proto__":{"polluted":1}}'))$j.__proto__.polluted`);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test.each([
    ['doubling', '#set($a = "xxxxxxxxxxxxxxxx")#foreach($i in [1..1000])#set($a = $a + $a)#end'],
    [
      'loops in loops',
      '#foreach($a in [1..1000])#foreach($b in [1..1000])#foreach($c in [1..9])x#end#end#end',
    ],
    ['a list in itself', '#set($l = [])#set($x = $l.add($l))$l'],
    ['a map in itself', '#set($m = {})#set($m.a = $m)$m'],
    ['a list doubled', '#set($l = [1])#foreach($i in [1..1000])#set($x = $l.addAll($l))#end'],
    ['a macro in itself', '#macro(m)#m()#end#m()'],
    ['a wide range', '#set($x = [1..999999999])'],
    ['a regular expression', `#set($s = "${'a'.repeat(40)}b")$s.matches("(a+)+c")`],
    ['many dollars', '$'.repeat(290_000)],
    ['many blocks', '#if(true)'.repeat(30_000)],
    ['a script in a path', "$input.path('$.items[?(@.id==process.exit(1))]')"],
    ['a script as a name', "$input.path('$.items[(@.length-1)]')"],
    ['too long', 'x'.repeat(310_000)],
    [
      'long texts searched often',
      `#set($a = "${'x'.repeat(1000)}")${'#set($a = $a + $a)'.repeat(13)}${'$a.contains("y")'.repeat(5000)}`,
    ],
    ['unfinished', '#if($a'],
  ])('%s is refused in time', (_name, template) => {
    const before = performance.now();
    expect(() => render(template)).toThrow(TemplateError);
    expect(performance.now() - before).toBeLessThan(3000);
  });

  test('far-reaching paths through a large body end in time', () => {
    const wide = (depth: number): unknown[] =>
      depth === 0 ? [1] : Array.from({ length: 8 }, () => wide(depth - 1));
    const before = performance.now();
    const template = "$input.path('$..*..*..*').size()".repeat(200);
    expect(() => render(template, { body: JSON.stringify(wide(5)) })).toThrow(TemplateError);
    expect(performance.now() - before).toBeLessThan(3000);
  });
});
