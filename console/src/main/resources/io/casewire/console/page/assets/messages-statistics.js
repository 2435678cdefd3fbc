/* Statistics, the matrix and plans: Chinese, English. */
export const STATISTICS = {
};
