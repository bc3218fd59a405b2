import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Standard Schema","description":"webhookBodySchema of the root is a Standard Schema.","frontmatter":{},"headers":[],"relativePath":"standard-schema.md","filePath":"standard-schema.md"}');
const _sfc_main = { name: "standard-schema.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="standard-schema" tabindex="-1">Standard Schema <a class="header-anchor" href="#standard-schema" aria-label="Permalink to &quot;Standard Schema&quot;">​</a></h1><p><code>webhookBodySchema</code> of the root is a <a href="https://standardschema.dev" target="_blank" rel="noreferrer">Standard Schema</a>: validators of Hono, h3, Powertools and others take it. It needs no zod, takes the same bodies as the parser, gives the same events, and reports the first issue.</p><div class="language-ts vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">ts</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">import</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> { webhookBodySchema } </span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">from</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> &quot;leanix-webhook-events&quot;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">;</span></span>
<span class="line"></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">const</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> result</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> =</span><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;"> await</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> webhookBodySchema[</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&quot;~standard&quot;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">].</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">validate</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">({ type: </span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;">&quot;FactSheetViewedEvent&quot;</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> });</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">if</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> (result.issues) console.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">log</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(result.issues[</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;">0</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">]?.message);</span></span>
<span class="line"><span style="--shiki-light:#A0111F;--shiki-dark:#FF9492;">else</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;"> console.</span><span style="--shiki-light:#622CBC;--shiki-dark:#DBB7FF;">log</span><span style="--shiki-light:#0E1116;--shiki-dark:#F0F3F6;">(result.value.type);</span></span></code></pre></div><p>Answer <strong>202</strong> to a refusal. The default of most validators is 400, and ten days of 400 deactivate the webhook:</p><ul><li><a href="./receiving.html#a-framework-s-validator">Hono</a>, <a href="./ecosystem.html">h3, Powertools, hono-openapi, Fastify</a></li></ul><p>The <a href="./receiving.html">receiver</a> is shorter: it also checks who delivers, bounds the body, and answers rightly to what no validator sees.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("standard-schema.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const standardSchema = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  standardSchema as default
};
