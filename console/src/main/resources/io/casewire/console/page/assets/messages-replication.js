export const REPLICATION = {
};
