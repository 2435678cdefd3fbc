/* The ledger, statistics, the matrix and plans: Chinese, English. */
export const REPLICATION = {
};
