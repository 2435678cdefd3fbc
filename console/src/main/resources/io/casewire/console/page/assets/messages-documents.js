export const DOCUMENTS = {
};
