// Verifies one pact with the verifier written in Rust: node verify-pact.cjs PACT PROVIDER URL STATES_URL
const pact = require('@pact-foundation/pact-core').default;
const [file, provider, url, states] = process.argv.slice(2);
pact
  .verifyPacts({
    provider,
    providerBaseUrl: url,
    pactUrls: [file],
    providerStatesSetupUrl: states,
    timeout: 20000,
    logLevel: 'error',
  })
  .then(() => process.exit(0))
  .catch((reason) => {
    console.error(String(reason));
    process.exit(1);
  });
