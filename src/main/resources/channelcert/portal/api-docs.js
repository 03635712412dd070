// Shows the spec that the page names. It asks this server alone and calls no operation.
SwaggerUIBundle({
  url: document.getElementById("swagger-ui").dataset.spec,
  dom_id: "#swagger-ui",
  supportedSubmitMethods: [],
  validatorUrl: null,
  deepLinking: false,
  docExpansion: "list",
  defaultModelsExpandDepth: 0,
  syntaxHighlight: { activated: false },
});

// Swagger UI leaves its lists and the variables of addresses without a name.
const name = (each) => each.setAttribute("aria-label", each.dataset.variable ?? (each.id === "servers" ? "Server" : "Example or content type"));
new MutationObserver(() => document.querySelectorAll("#swagger-ui :is(select, [data-variable]):not([aria-label])").forEach(name))
  .observe(document.getElementById("swagger-ui"), { childList: true, subtree: true });
