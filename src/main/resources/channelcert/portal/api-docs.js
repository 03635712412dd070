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

// Swagger UI leaves its lists without a name.
const name = (list) => list.setAttribute("aria-label", list.id === "servers" ? "Server" : "Example or content type");
new MutationObserver(() => document.querySelectorAll("#swagger-ui select:not([aria-label])").forEach(name))
  .observe(document.getElementById("swagger-ui"), { childList: true, subtree: true });
