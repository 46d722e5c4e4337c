/**
 * What the pages of a service are made of: everything that `services/NAME/src/screens` may import of the app.
 */
export { addressOf, call } from './api/client.ts';
export { isFailure } from './api/failure.ts';
export { useAct, useAnswer } from './api/query.ts';
export { Answer } from './app/answer.tsx';
export { ClauseChip } from './app/clause.tsx';
export { useFailureText } from './app/failure-text.ts';
export { useFormat, useLanguage, useWords } from './app/language.tsx';
export { useNow } from './app/now.ts';
export { Page } from './app/page.tsx';
export { saveFile } from './app/save-file.ts';
export { usePerson, useSession } from './app/session.ts';
export { useTaking } from './app/taking.ts';
export { Asked } from './pages/choices/asked.tsx';
export { DevicesLink } from './pages/devices/devices-link.tsx';
export { Button, buttonClass, EqualButtons, IconButton } from './ui/button.tsx';
export { Facts } from './ui/facts.tsx';
export { CheckField, TextArea, TextField } from './ui/field.tsx';
export { useForm } from './ui/form.ts';
export { Blank } from './ui/pictures.tsx';
export { RadioField } from './ui/radio-field.tsx';
export { Segmented } from './ui/segmented.tsx';
export { Select } from './ui/select.tsx';
export { Failure, Note, Status } from './ui/status.tsx';
export { Tag } from './ui/tag.tsx';
export { useToast } from './ui/toast.tsx';
