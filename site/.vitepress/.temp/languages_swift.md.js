import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Swift","description":"Neither compiled nor run here.","frontmatter":{},"headers":[],"relativePath":"languages/swift.md","filePath":"languages/swift.md"}');
const _sfc_main = { name: "languages/swift.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="swift" tabindex="-1">Swift <a class="header-anchor" href="#swift" aria-label="Permalink to &quot;Swift&quot;">​</a></h1><p>Neither compiled nor run here: no Swift compiler is in reach. Types by quicktype, generated for every event.</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">cp</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> package/schemas/2020-12/fact-sheet-created.json</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> .</span></span>
<span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">npx</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> quicktype</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> --lang</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> swift</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> --src-lang</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> schema</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> --out</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> FactSheetCreatedPayload.swift</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> fact-sheet-created.json</span></span></code></pre></div><p><code>main.swift</code>:</p><div class="language-swift vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">swift</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">import</span><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;"> Foundation</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">let</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> body </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">=</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> FileHandle.standardInput.</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">readDataToEndOfFile</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">()</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">let</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> payload </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">=</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> try</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> JSONDecoder</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">().</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">decode</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(FactSheetCreatedPayload.</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">self</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">, </span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">from</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">: body)</span></span>
<span class="line"><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">print</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(payload.factSheet.displayName)</span></span></code></pre></div><p>Pass a body on as it came, not as the types write it.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("languages/swift.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const swift = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  swift as default
};
