import { DatabaseSync } from 'node:sqlite';
import { workerData } from 'node:worker_threads';

// Runs beside the thread that commits (sqlite-checkpoints.ts), once. Whoever reads or writes meanwhile is not waited for.

const database = new DatabaseSync(workerData as string);
database.exec('pragma synchronous = full');
database.exec('pragma wal_checkpoint(passive)');
database.close();
