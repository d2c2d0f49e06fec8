/** Instead of firebase/firestore, in what sends: a batch commits its writes one by one. */
import {
  writeBatch as bind,
  type DocumentData,
  type DocumentReference,
  type Firestore,
  type UpdateData,
  type WriteBatch,
} from 'firebase/firestore';

export * from 'firebase/firestore';

interface LooseBatch {
  set(document: DocumentReference, data: DocumentData): void;
  update(document: DocumentReference, data: UpdateData<DocumentData>): void;
  commit(): Promise<void>;
}

export function writeBatch(db: Firestore): LooseBatch {
  const singles: WriteBatch[] = [];
  return {
    set: (document, data) => singles.push(bind(db).set(document, data)),
    update: (document, data) => singles.push(bind(db).update(document, data)),
    async commit() {
      for (const batch of singles) await batch.commit();
    },
  };
}
