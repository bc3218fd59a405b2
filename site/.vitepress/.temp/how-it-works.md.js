import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"How it works","description":"The zod schema of an event is written by hand.","frontmatter":{},"headers":[],"relativePath":"how-it-works.md","filePath":"how-it-works.md"}');
const _sfc_main = { name: "how-it-works.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="how-it-works" tabindex="-1">How it works <a class="header-anchor" href="#how-it-works" aria-label="Permalink to &quot;How it works&quot;">​</a></h1><div class="language-text vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">text</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span>   LeanIX                         your receiver                         your code</span></span>
<span class="line"><span></span></span>
<span class="line"><span>   something happens</span></span>
<span class="line"><span>         │</span></span>
<span class="line"><span>         ▼</span></span>
<span class="line"><span>   callback (optional) ── POST ──▶ 1 who delivers?      Authorization</span></span>
<span class="line"><span>   rewrites or drops it            2 read the body      up to 25 MB</span></span>
<span class="line"><span>         ▲                         3 parse              text → event</span></span>
<span class="line"><span>         │                         4 handle ──────────▶ handle(event)</span></span>
<span class="line"><span>         │                               │</span></span>
<span class="line"><span>         └── any 2xx: done ◀── 204, 202 ─┤◀─────────── returns</span></span>
<span class="line"><span>             anything else: again        │</span></span>
<span class="line"><span>             every 50 seconds ◀─── 500 ──┘◀─────────── throws</span></span>
<span class="line"><span>             10 days: deactivated</span></span></code></pre></div><ol><li><strong>Who delivers.</strong> LeanIX signs nothing. The <code>Authorization</code> header that you configured is compared in constant time.</li><li><strong>Read.</strong> Up to 25 MB; more is 413.</li><li><strong>Parse.</strong> The body names its event, in its own way: most by a class name, integration runs by their progress, automations by their fields. A check that was generated from the event&#39;s schema looks at each field. It neither copies nor changes the body: <code>event.payload</code> is what came.</li><li><strong>Handle.</strong> Your function runs before the answer, because an event that was acknowledged first is lost in a crash.</li></ol><h2 id="what-leanix-does-and-what-this-does-about-it" tabindex="-1">What LeanIX does, and what this does about it <a class="header-anchor" href="#what-leanix-does-and-what-this-does-about-it" aria-label="Permalink to &quot;What LeanIX does, and what this does about it&quot;">​</a></h2><table tabindex="0"><thead><tr><th scope="col">LeanIX</th><th scope="col">this library</th></tr></thead><tbody><tr><td data-label="LeanIX"><span>repeats any answer but 2xx every 50 seconds, and deactivates the webhook after ten days</span></td><td data-label="this library"><span>answers 204 to an event, 202 to an invalid body, and gives an event up after five days of failures</span></td></tr><tr><td data-label="LeanIX"><span>publishes no types; of 13 events only the names</span></td><td data-label="this library"><span>says of each event how well its body is known, and refuses none because of a guess</span></td></tr><tr><td data-label="LeanIX"><span>delivers some events twice, and none in order</span></td><td data-label="this library"><span><code>deliveryKeyOf</code>, <code>recordPosition</code>, <code>groupKeyOf</code></span></td></tr><tr><td data-label="LeanIX"><span>sends null, or nothing, where nothing is set</span></td><td data-label="this library"><span>every optional field may be both</span></td></tr><tr><td data-label="LeanIX"><span>adds fields and values without notice</span></td><td data-label="this library"><span>keeps unknown fields, takes unknown values</span></td></tr><tr><td data-label="LeanIX"><span>signs nothing</span></td><td data-label="this library"><span>compares the header in constant time</span></td></tr></tbody></table><h2 id="from-a-schema-to-everything-else" tabindex="-1">From a schema to everything else <a class="header-anchor" href="#from-a-schema-to-everything-else" aria-label="Permalink to &quot;From a schema to everything else&quot;">​</a></h2><p>The <a href="./zod.html">zod</a> schema of an event is written by hand. The interfaces, the checks, the JSON Schemas of three dialects, OpenAPI, AsyncAPI and the <a href="./events/">events&#39; pages</a> are generated from it, and tests hold them together with example bodies.</p><p>The checks are our own and not zod&#39;s for reasons that last: the root needs neither zod nor <code>eval</code>, so it runs in Workers and under a strict content security policy; it needs no time to compile; a body that is wrong in a million places costs no more than a right one; and the exact path of a fault costs nothing.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("how-it-works.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const howItWorks = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  howItWorks as default
};
