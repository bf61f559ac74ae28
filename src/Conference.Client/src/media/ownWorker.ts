interface Policy {
  createScriptURL(url: string): string;
}

type PolicyMaker = (
  name: string,
  rules: { readonly createScriptURL: (url: string) => string },
) => Policy;

function createPolicy(name: string, ours: readonly string[]): Policy {
  const { trustedTypes } = globalThis as {
    readonly trustedTypes?: { readonly createPolicy: PolicyMaker };
  };
  const rules: Policy = {
    createScriptURL: (url) => {
      if (!ours.includes(url)) {
        throw new TypeError('No other script is trusted.');
      }
      return url;
    },
  };
  return trustedTypes?.createPolicy(name, rules) ?? rules;
}

/**
 * Starts workers of these scripts. Where Trusted Types are enforced their addresses alone are ones that a script may come from, by the
 * policy of a name that the server allows, once in a page.
 */
export function workerOpener(name: string, ours: readonly string[]): (url: string) => Worker {
  let policy: Policy | undefined;
  return (url) => {
    policy ??= createPolicy(name, ours);
    return new Worker(policy.createScriptURL(url), { type: 'module' });
  };
}
