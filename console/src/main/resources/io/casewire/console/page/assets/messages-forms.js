/* Words of forms, dialogs, filters and tables of lines. */
export const FORMS = {
  'form.needed': ['必填', 'required'],
  'form.absent': ['请填写此项。', 'Fill this in.'],
  'form.unreadable': ['填写的内容无法识别。', 'This cannot be read.'],
  'form.cancel': ['取消', 'Cancel'],
  'form.close': ['关闭', 'Close'],
  'form.save': ['保存', 'Save'],
  'form.any': ['不限', 'Any'],
  'filter.title': ['筛选', 'Filters'],
  'filter.apply': ['应用筛选', 'Apply'],
  'filter.clear': ['清除全部', 'Clear all'],
  'filter.chosen': ['已选 {0} 项', '{0} chosen'],
  'filter.without': ['去掉“{0}：{1}”', 'Without “{0}: {1}”'],
  'lines.all': ['全选本页', 'Mark all on this page'],
};
