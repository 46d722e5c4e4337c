import type { MyRecipients, ShareReceipt } from '@kept/api';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ClauseChip } from '../../app/clause.tsx';
import { useFormat, useMessages } from '../../app/language.tsx';
import { VerifyEntry } from '../../app/verify.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { Status } from '../../ui/status.tsx';
import type { FlowNode } from './flow-layout.ts';

const firstShown = 6;

const concerns = (receipt: ShareReceipt, node: FlowNode | null): boolean => {
  if (node === null) return true;
  const { fields, purpose, recipient } = receipt;
  return [...fields.map(({ id }) => `field:${id}`), `purpose:${purpose.id}`, `to:${recipient.id}`].includes(node.key);
};

function Receipt({ receipt }: { receipt: ShareReceipt }) {
  const t = useMessages('who').receipts;
  const common = useMessages('common');
  const format = useFormat();
  const fields = format.list(receipt.fields.map(({ label }) => label));
  const refused = receipt.outcome === 'refused';
  return (
    <li>
      <time dateTime={new Date(receipt.at).toISOString()}>{format.stamp(receipt.at)}</time>
      <div>
        <b>{receipt.recipient.label}</b> <span className="quiet">· {receipt.countryLabel}</span>
        <div className="what">
          {refused ? t.refused(fields, receipt.purpose.label) : t.gave(fields, receipt.purpose.label)}
        </div>
        {receipt.reason !== undefined && <div className="small quiet">{receipt.reason}</div>}
        {refused && <Status of="broken">{t.stopped}</Status>}
        {receipt.outcome === 'failed' && <Status of="due">{t.failed}</Status>}
      </div>
      <span className="end">
        <ClauseChip
          id={receipt.clause}
          {...(refused ? { look: 'refused' as const } : {})}
          actions={
            <Link to="/notice" hash={`recipient-${receipt.recipient.id}`} className={buttonClass('plain', true)}>
              {common.seeParty}
            </Link>
          }
        />
      </span>
      <div className="check">
        <VerifyEntry index={receipt.index} quiet />
      </div>
    </li>
  );
}

/** Evidence of each hand-over, and of what was stopped. */
export function Receipts({ data, node }: { data: MyRecipients; node: FlowNode | null }) {
  const t = useMessages('who').receipts;
  const [all, setAll] = useState(false);
  const receipts = data.receipts.filter((receipt) => concerns(receipt, node));
  const shown = all ? receipts : receipts.slice(0, firstShown);
  const rest = receipts.length - shown.length;
  return (
    <section aria-labelledby="receipts-heading">
      <div className="sect-head">
        <h2 id="receipts-heading">{node === null ? t.title : t.titleOf(node.label)}</h2>
        <span className="small">{t.count(receipts.length)}</span>
      </div>
      {receipts.length === 0 ? (
        <p className="quiet receipts-none">{t.none}</p>
      ) : (
        <ul className="receipts">
          {shown.map((receipt) => (
            <Receipt key={receipt.index} receipt={receipt} />
          ))}
        </ul>
      )}
      {rest > 0 && (
        <p className="half mt-4">
          <button type="button" className="link" onClick={() => setAll(true)}>
            {t.rest(rest)}
          </button>
        </p>
      )}
    </section>
  );
}
