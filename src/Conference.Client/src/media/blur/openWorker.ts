import workerUrl from './blurWorker?worker&url';

/** The name that the server's content security policy allows, once in a page. */
const policyName = 'conference-blur';

interface Policy {
  createScriptURL(url: string): string;
}

type PolicyMaker = (
  name: string,
  rules: { readonly createScriptURL: (url: string) => string },
) => Policy;

function onlyOurs(url: string): string {
  if (url !== workerUrl) {
    throw new TypeError('No other script is trusted.');
  }
  return url;
}

function createPolicy(): Policy {
  const { trustedTypes } = globalThis as {
    readonly trustedTypes?: { readonly createPolicy: PolicyMaker };
  };
  const rules: Policy = { createScriptURL: onlyOurs };
  return trustedTypes?.createPolicy(policyName, rules) ?? rules;
}

let policy: Policy | undefined;

/** Starts the one worker that there is. Where Trusted Types are enforced its address alone is one that a script may come from. */
export function openWorker(): Worker {
  policy ??= createPolicy();
  return new Worker(policy.createScriptURL(workerUrl), { type: 'module' });
}
