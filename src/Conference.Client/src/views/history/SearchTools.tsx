import { useRef, useState } from 'preact/hooks';
import { useShortcuts } from '../../hooks';
import { t } from '../../i18n';
import type { HistoryModel } from '../../state/model';
import { Icon } from '../../ui/Icon';
import { Select } from '../../ui/Select';

interface Props {
  readonly history: HistoryModel;
}

/** Whose messages, and with which words. */
export function SearchTools({ history }: Props) {
  return (
    <div class="tools">
      <SearchField history={history} />
      <PersonSelect history={history} />
    </div>
  );
}

function SearchField({ history }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(history.search.value.text);
  const focus = () => {
    field.current?.focus();
    field.current?.select();
  };
  useShortcuts({ '/': focus, 'Ctrl+f': focus });
  return (
    <div class="with-icon grow">
      <Icon name="search" />
      <input
        ref={field}
        class="input"
        type="search"
        aria-label={t('history.search')}
        placeholder={t('history.search')}
        aria-keyshortcuts="/ Control+F"
        maxLength={200}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          history.setSearchText(event.currentTarget.value);
        }}
        onKeyDown={(event) => onEnter(event, history)}
      />
    </div>
  );
}

function onEnter(event: KeyboardEvent, history: HistoryModel): void {
  if (event.key === 'Enter' && !event.isComposing) {
    event.preventDefault();
    void (event.shiftKey ? history.previousResult() : history.nextResult());
  }
}

function PersonSelect({ history }: Props) {
  const people = history.info.value?.participants ?? [];
  const options = [
    { value: '', label: t('history.anyone') },
    ...people.map((person) => ({ value: person.personId, label: person.name })),
  ];
  return (
    <div class="from">
      <Select
        icon="people"
        label={t('history.from')}
        options={options}
        value={history.person.value?.personId ?? ''}
        onChange={(personId) => void history.setPerson(personId === '' ? undefined : personId)}
      />
    </div>
  );
}
