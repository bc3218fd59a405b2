import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Limits","description":"How much of a body the frameworks and proxies in front let through is listed on Receiving.","frontmatter":{},"headers":[],"relativePath":"limits.md","filePath":"limits.md"}');
const _sfc_main = { name: "limits.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="limits" tabindex="-1">Limits <a class="header-anchor" href="#limits" aria-label="Permalink to &quot;Limits&quot;">​</a></h1><table tabindex="0"><thead><tr><th scope="col">what</th><th scope="col">limit</th><th scope="col">whose</th></tr></thead><tbody><tr><td data-label="what"><span>a body</span></td><td data-label="limit"><span>20 MB</span></td><td data-label="whose"><span>LeanIX&#39;s; the receiver takes 25 MB</span></td></tr><tr><td data-label="what"><span>time between two tries</span></td><td data-label="limit"><span>50 seconds</span></td><td data-label="whose"><span>LeanIX&#39;s</span></td></tr><tr><td data-label="what"><span>failures before a webhook is deactivated</span></td><td data-label="limit"><span>ten days</span></td><td data-label="whose"><span>LeanIX&#39;s</span></td></tr><tr><td data-label="what"><span>an event that always fails</span></td><td data-label="limit"><span>given up after five days</span></td><td data-label="whose"><span>the receiver&#39;s, <code>giveUpAfterMs</code></span></td></tr><tr><td data-label="what"><span>the log of deliveries</span></td><td data-label="limit"><span>30 days</span></td><td data-label="whose"><span>LeanIX&#39;s</span></td></tr><tr><td data-label="what"><span>events of a PULL webhook</span></td><td data-label="limit"><span>kept 30 days</span></td><td data-label="whose"><span>LeanIX&#39;s</span></td></tr><tr><td data-label="what"><span>nesting of a body</span></td><td data-label="limit"><span>deeper than any event is refused</span></td><td data-label="whose"><span>the parser&#39;s</span></td></tr><tr><td data-label="what"><span>time for your handler</span></td><td data-label="limit"><span>none is published</span></td><td data-label="whose"><span>answer within seconds; long work goes to a <a href="./order.html#recipes">queue</a></span></td></tr></tbody></table><p>How much of a body the frameworks and proxies in front let through is listed on <a href="./receiving.html#how-large-a-body-may-be">Receiving</a>. If theirs is small, use the payload mode NO_PAYLOAD, or a <a href="./callbacks.html">callback</a> that takes out what you do not read.</p><h2 id="what-it-costs" tabindex="-1">What it costs <a class="header-anchor" href="#what-it-costs" aria-label="Permalink to &quot;What it costs&quot;">​</a></h2><p>Parsing and checking an event costs about as much again as <code>JSON.parse</code> of its body: see <a href="./speed.html">speed</a>. Memory is the body and its parsed value, and nothing is kept between calls.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("limits.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const limits = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  limits as default
};
