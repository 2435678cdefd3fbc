export const OPERATIONS = {
};
