import type { Notice } from '@kept/api';
import { ClauseChip } from '../../app/clause.tsx';
import { useMessages } from '../../app/language.tsx';
import { RegionMap } from './region-map.tsx';

type Region = Notice['regions'][number];
type Transfer = Notice['transfers'][number];

const concerns = (name: string, region: Region): boolean => name === '*' || name === region.id;

/** Rules by which something may leave a room. */
const waysOut = (region: Region, transfers: readonly Transfer[]): readonly Transfer[] =>
  transfers.filter(
    (transfer) => transfer.rule !== 'never' && concerns(transfer.from, region) && transfer.to !== region.id,
  );

function Room({ region, door, mine }: { region: Region; door: boolean; mine: boolean }) {
  const t = useMessages('notice').regions;
  return (
    <div className={mine ? 'region mine' : 'region'} data-door={door}>
      <b>{region.label}</b>
      <span>{region.residents}</span>
      {!door && <span>{t.noDoor}</span>}
      {door && (
        <svg className="leaf" viewBox="0 0 26 26" aria-hidden="true">
          <path d="M1 25V1a24 24 0 0 1 24 24" />
        </svg>
      )}
    </div>
  );
}

/** The regions as rooms: a room without a door lets nothing out. Then the rules in words. */
export function Regions({ notice }: { notice: Notice }) {
  const { regions, transfers } = notice;
  const first = regions[0];
  const others = regions.slice(1);
  const into = transfers.find(
    (transfer) => transfer.rule !== 'never' && first !== undefined && transfer.to === first.id,
  );
  const out = first === undefined ? undefined : waysOut(first, transfers)[0];
  return (
    <>
      <RegionMap notice={notice} />
      <div className="walls">
        {others.length > 0 && (
          <div className="rooms">
            {others.map((region) => (
              <Room key={region.id} region={region} door={waysOut(region, transfers).length > 0} mine={false} />
            ))}
          </div>
        )}
        {into !== undefined && (
          <p className="lane">
            <span>{into.label}</span>
          </p>
        )}
        {first !== undefined && (
          <div className="ground">
            <Room region={first} door={out !== undefined} mine />
            {out !== undefined && <p className="way-out">{out.label}</p>}
          </div>
        )}
      </div>
      <ul className="paragraphs">
        {transfers.map((transfer) => (
          <li key={`${transfer.from} ${transfer.to} ${transfer.rule}`}>
            <span>{transfer.label}</span>
            <ClauseChip id={transfer.clause} />
          </li>
        ))}
      </ul>
    </>
  );
}
