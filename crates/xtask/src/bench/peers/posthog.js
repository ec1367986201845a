// The set-up of PostHog's documentation, with this server as its host.
import posthog from 'posthog-js';

posthog.init('phc_bench', {
  api_host: location.origin,
  defaults: '2026-01-30',
  // With these defaults it would take a page on 127.0.0.1 for a developer's, and do what no visitor's page does.
  internal_or_test_user_hostname: null,
});
