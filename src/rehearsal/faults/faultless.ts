/** Types that Terraform itself keeps, and no cloud ever hears of. */
export const isFaultless = (type: string): boolean => type === 'terraform_data';
