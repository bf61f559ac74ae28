import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n';
import { takeFragment } from '../../state/fragment';
import type { SessionModel } from '../../state/model';
import { Button, buttonClass, toast } from '../../ui';

const failure = '#sign-in-failed';

interface Props {
  readonly session: SessionModel;
  readonly onSignedOut: () => void;
}

/** Who is signed in, where the server lets people sign in. */
export function Account({ session, onSignedOut }: Props) {
  useEffect(() => {
    void session.load();
    tellFailure();
  }, [session]);
  const known = session.session.value;
  if (!known?.isSignInAvailable) {
    return null;
  }
  return known.name === undefined ? (
    <a class={buttonClass({ variant: 'outline', size: 'small' })} href="/api/session/sign-in">
      {t('home.signIn')}
    </a>
  ) : (
    <SignedIn session={session} name={known.name} onSignedOut={onSignedOut} />
  );
}

function SignedIn({ session, name, onSignedOut }: Props & { readonly name: string }) {
  const [busy, setBusy] = useState(false);
  const signOut = async () => {
    setBusy(true);
    if (await session.signOut()) {
      onSignedOut();
    } else {
      setBusy(false);
      toast(t('common.unreachable'));
    }
  };
  return (
    <>
      <span class="muted clip" title={name}>
        {name}
      </span>
      <Button variant="quiet" size="small" busy={busy} onClick={() => void signOut()}>
        {t('home.signOut')}
      </Button>
    </>
  );
}

/** The server sends people back with this when signing in did not work. */
function tellFailure(): void {
  if (takeFragment(failure) !== undefined) {
    toast(t('home.signInFailed'));
  }
}
