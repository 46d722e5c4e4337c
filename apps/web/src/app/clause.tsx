import { Bug } from '@kept/base';
import { Ban } from 'lucide-react';
import { createContext, type ReactNode, use, useCallback, useEffect, useId, useMemo, useState } from 'react';
import { Icon } from '../ui/icon.tsx';
import { useClause } from './notice.ts';

/** A clause whose sentence is open, with what it means for the thing it was pressed at. */
export interface OpenClause {
  readonly id: string;
  /** Of the chip that opened it. */
  readonly chip: string;
  readonly facts?: ReactNode;
  readonly actions?: ReactNode;
}

interface ClauseState {
  readonly open: OpenClause | null;
  show(clause: OpenClause): void;
  close(): void;
  /** Where the sheet lies on a wide screen; null where the page has no margin. */
  readonly margin: HTMLElement | null;
  setMargin(element: HTMLElement | null): void;
}

const ClauseContext = createContext<ClauseState | null>(null);

export function useClauseSheet(): ClauseState {
  const state = use(ClauseContext);
  if (state === null) throw new Bug('WEB_OUTSIDE_PROVIDER', 'used outside ClauseProvider');
  return state;
}

export function ClauseProvider({ children }: { children: ReactNode }) {
  const [open, show] = useState<OpenClause | null>(null);
  const [margin, setMargin] = useState<HTMLElement | null>(null);
  const close = useCallback(() => {
    show((was) => {
      if (was !== null) document.getElementById(was.chip)?.focus();
      return null;
    });
  }, []);

  useEffect(() => {
    if (open === null) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) close();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [open, close]);

  const value = useMemo(() => ({ open, show, close, margin, setMargin }), [open, close, margin]);
  return <ClauseContext value={value}>{children}</ClauseContext>;
}

interface ChipProps {
  readonly id: string;
  /** `refused`: it said no. `unknown`: it could not tell. `still`: quiet, inside lists. */
  readonly look?: 'refused' | 'unknown' | 'still';
  readonly facts?: ReactNode;
  readonly actions?: ReactNode;
  /** Its id in the document, where somebody else opens it too. */
  readonly chip?: string;
  onOpen?(): void;
}

/** A small tag that names the clause which decided; pressed, its sentence opens beside. */
export function ClauseChip({ id, look, facts, actions, chip: given, onOpen }: ChipProps) {
  const own = useId();
  const chip = given ?? own;
  const { open, show, close } = useClauseSheet();
  const clause = useClause(id);
  const expanded = open?.chip === chip;
  const press = (): void => {
    if (expanded) close();
    else {
      show({ id, chip, facts, actions });
      onOpen?.();
    }
  };
  return (
    <button
      type="button"
      id={chip}
      className={`clause ${look ?? ''}`}
      aria-expanded={expanded}
      aria-label={clause === undefined ? `§${id}` : `§${id} ${clause.title}`}
      title={clause?.title}
      onClick={press}
    >
      {look === 'refused' && <Icon of={Ban} />}§{id}
    </button>
  );
}
