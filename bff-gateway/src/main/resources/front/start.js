"use strict";
window.ui = SwaggerUIBundle({
  dom_id: "#swagger-ui",
  urls: ["store", "item", "order", "sale", "dashboard", "consulting", "gateway"].map((name) => ({
    name,
    url: `/docs/api/${name}`,
  })),
  "urls.primaryName": "order",
  presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
  layout: "StandaloneLayout",
  deepLinking: true,
  validatorUrl: null,
});
