import type { NoticeRecipient } from '@kept/api';
import { useMessages } from '../../app/language.tsx';
import { fitted, widthOf } from '../../ui/text-width.ts';

const width = 344;
const mostShown = 4;

interface Exit {
  readonly label: string;
  readonly abroad: boolean;
}

/** What stands outside the door: those at home first, then those abroad; the last place says how many more there are. */
function exitsOf(recipients: readonly NoticeRecipient[], home: string, more: (count: number) => string): Exit[] {
  const isAbroad = ({ country }: NoticeRecipient): boolean => country !== home && country !== 'own';
  const ordered = [...recipients].sort((a, b) => Number(isAbroad(a)) - Number(isAbroad(b)));
  const shown = ordered.length > mostShown ? mostShown - 1 : ordered.length;
  const exits = ordered.slice(0, shown).map((one) => ({ label: one.name, abroad: isAbroad(one) }));
  const rest = ordered.length - shown;
  return rest === 0 ? exits : [...exits, { label: more(rest), abroad: false }];
}

/** Names at the edges lean inwards, so that none is cut off. */
const anchorOf = (index: number, count: number): string | undefined => {
  if (count < 2) return undefined;
  if (index === 0) return 'at-start';
  return index === count - 1 ? 'at-end' : undefined;
};

function Outside({ exits, border }: { exits: readonly Exit[]; border: string }) {
  const step = exits.length < 2 ? 0 : 308 / (exits.length - 1);
  const at = (index: number): number => (exits.length < 2 ? 166 : 36 + index * step);
  const crowded = exits.length > 2 && exits.some(({ label }) => widthOf(label) > step - 10);
  const room = exits.length < 2 ? width : crowded ? 2 * step - 16 : step - 8;
  const nameAt = (index: number): number =>
    exits.length < 2 ? 166 : index === 0 ? 2 : index === exits.length - 1 ? 380 : at(index);
  const firstAbroad = exits.findIndex((exit) => exit.abroad);
  const wall = firstAbroad < 1 ? null : at(firstAbroad) - step / 2;
  return (
    <>
      <g className="go">
        {exits.length > 1 && <path d={`M36 210V180H${at(exits.length - 1)}V210`} />}
        {exits.slice(1, -1).map((exit, index) => (
          <path key={exit.label} d={`M${at(index + 1)} 180V210`} />
        ))}
        {exits.length === 1 && <path d="M166 180V210" />}
      </g>
      {wall !== null && (
        <>
          <path className="bd" d={`M${wall} 160V236`} />
          <text x={wall + 5} y="172" className="at-start">
            {border}
          </text>
        </>
      )}
      {exits.map((exit, index) => (
        <text
          key={exit.label}
          x={nameAt(index)}
          y={crowded && index % 2 === 1 ? 249 : 230}
          className={anchorOf(index, exits.length)}
        >
          {fitted(exit.label, room)}
        </text>
      ))}
    </>
  );
}

/** A house with one door: what is inside leaves along one line, to those named and nobody else. */
export function OneDoor({ recipients, home }: { recipients: readonly NoticeRecipient[]; home: string }) {
  const t = useMessages('notice').picture;
  const exits = exitsOf(recipients, home, t.more);
  return (
    <svg
      className="onedoor only-desk"
      viewBox={`0 0 ${width + 36} 254`}
      role="img"
      aria-label={t.label(recipients.length)}
    >
      <g className="w">
        <path d="M150 150H2V2H300V150H182" />
        <path d="M110 2V29M110 51V101M110 123V150M110 76H2M214 2V37M214 59V113M214 135V150M214 90H300" />
      </g>
      <path className="arc" d="M150 150V118A32 32 0 0 1 182 150" />
      <g className="go">
        <path d="M40 40H166V180M40 112H166M258 48H166M258 124H166" />
        <circle cx="40" cy="40" r="3.5" />
        <circle cx="40" cy="112" r="3.5" />
        <circle cx="258" cy="48" r="3.5" />
        <circle cx="258" cy="124" r="3.5" />
      </g>
      <Outside exits={exits} border={t.border} />
    </svg>
  );
}
