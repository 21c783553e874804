"""Compiled from text.html.j2 by jinja2 3.1.6; do not edit."""

from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'text.html.j2'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_files = resolve('files')
    l_0_stretches = resolve('stretches')
    l_0_words = l_0_draw = l_0_tag = missing
    try:
        t_1 = environment.tests['defined']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No test named 'defined' found.")
    pass
    def macro(l_1_cell, l_1_side):
        t_2 = []
        if l_1_cell is missing:
            l_1_cell = undefined("parameter 'cell' was not provided", name='cell')
        if l_1_side is missing:
            l_1_side = undefined("parameter 'side' was not provided", name='side')
        pass
        t_2.append(
            '<p class="words" dir="auto">',
        )
        for l_2_run in environment.getattr(l_1_cell, 'runs'):
            l_2_visible = resolve('visible')
            l_2_marked = resolve('marked')
            l_2_change = missing
            _loop_vars = {}
            pass
            l_2_change = environment.getattr(l_2_run, 'change')
            _loop_vars['change'] = l_2_change
            if (not (undefined(name='change') if l_2_change is missing else l_2_change)):
                pass
                t_2.append(
                    escape(context.call((undefined(name='visible') if l_2_visible is missing else l_2_visible), environment.getattr(l_2_run, 'text'), _loop_vars=_loop_vars)),
                )
            elif (not environment.getattr(l_2_run, 'text')):
                pass
                t_2.extend((
                    '<span class="caret ',
                    escape(environment.getattr((undefined(name='change') if l_2_change is missing else l_2_change), 'kind')),
                    ' ',
                    escape(environment.getattr((undefined(name='change') if l_2_change is missing else l_2_change), 'significance')),
                    escape((' ignored' if environment.getattr((undefined(name='change') if l_2_change is missing else l_2_change), 'ignored') else cond_expr_undefined("the inline if-expression on line 9 in 'text.html.j2' evaluated to false and no else section was defined."))),
                    '" data-change="',
                    escape(environment.getattr((undefined(name='change') if l_2_change is missing else l_2_change), 'id')),
                    '"',
                ))
                if environment.getattr(l_2_run, 'is_target'):
                    pass
                    t_2.extend((
                        ' id="',
                        escape(environment.getattr((undefined(name='change') if l_2_change is missing else l_2_change), 'id')),
                        '"',
                    ))
                t_2.append(
                    '></span>',
                )
            else:
                pass
                t_2.extend((
                    '<',
                    escape(environment.getitem((undefined(name='tag') if l_0_tag is missing else l_0_tag), l_1_side)),
                    ' class="',
                    escape(environment.getattr((undefined(name='change') if l_2_change is missing else l_2_change), 'kind')),
                    ' ',
                    escape(environment.getattr((undefined(name='change') if l_2_change is missing else l_2_change), 'significance')),
                    escape((' ignored' if environment.getattr((undefined(name='change') if l_2_change is missing else l_2_change), 'ignored') else cond_expr_undefined("the inline if-expression on line 11 in 'text.html.j2' evaluated to false and no else section was defined."))),
                    '" data-change="',
                    escape(environment.getattr((undefined(name='change') if l_2_change is missing else l_2_change), 'id')),
                    '"',
                ))
                if environment.getattr(l_2_run, 'is_target'):
                    pass
                    t_2.extend((
                        ' id="',
                        escape(environment.getattr((undefined(name='change') if l_2_change is missing else l_2_change), 'id')),
                        '"',
                    ))
                t_2.extend((
                    '><span class="heard">[',
                    escape(l_1_side),
                    ', ',
                    escape(environment.getattr((undefined(name='change') if l_2_change is missing else l_2_change), 'kind')),
                    ': </span>',
                    escape(context.call((undefined(name='marked') if l_2_marked is missing else l_2_marked), environment.getattr(l_2_run, 'text'), _loop_vars=_loop_vars)),
                    '<span class="heard">]</span></',
                    escape(environment.getitem((undefined(name='tag') if l_0_tag is missing else l_0_tag), l_1_side)),
                    '>',
                ))
        l_2_run = l_2_change = l_2_visible = l_2_marked = missing
        t_2.append(
            '</p>\n',
        )
        return concat(t_2)
    context.exported_vars.add('words')
    context.vars['words'] = l_0_words = Macro(environment, macro, 'words', ('cell', 'side'), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_row):
        t_3 = []
        l_1_sign = resolve('sign')
        l_1_told = missing
        if l_1_row is missing:
            l_1_row = undefined("parameter 'row' was not provided", name='row')
        pass
        t_3.extend((
            '<div class="row ',
            escape(environment.getattr(l_1_row, 'kind')),
            escape((' origin' if environment.getattr(l_1_row, 'is_origin') else cond_expr_undefined("the inline if-expression on line 17 in 'text.html.j2' evaluated to false and no else section was defined."))),
            escape((' quiet' if environment.getattr(l_1_row, 'is_quiet') else cond_expr_undefined("the inline if-expression on line 17 in 'text.html.j2' evaluated to false and no else section was defined."))),
            '">\n',
        ))
        l_1_told = context.call((undefined(name='sign') if l_1_sign is missing else l_1_sign), l_1_row)
        if (undefined(name='told') if l_1_told is missing else l_1_told):
            pass
            t_3.extend((
                '<p class="sign">',
                escape((undefined(name='told') if l_1_told is missing else l_1_told)),
            ))
            for l_2_move in environment.getattr(l_1_row, 'moves'):
                _loop_vars = {}
                pass
                t_3.extend((
                    ' <a href="#',
                    escape(environment.getattr(l_2_move, 'id')),
                    escape(('' if environment.getattr(l_1_row, 'is_origin') else '-origin')),
                    '" id="',
                    escape(environment.getattr(l_2_move, 'id')),
                    escape(('-origin' if environment.getattr(l_1_row, 'is_origin') else cond_expr_undefined("the inline if-expression on line 21 in 'text.html.j2' evaluated to false and no else section was defined."))),
                    '" data-change="',
                    escape(environment.getattr(l_2_move, 'id')),
                    '" class="',
                    escape(environment.getattr(l_2_move, 'kind')),
                    ' ',
                    escape(environment.getattr(l_2_move, 'significance')),
                    '">',
                    escape(('see where it stands in right' if environment.getattr(l_1_row, 'is_origin') else 'see where it stood in left')),
                    '</a>',
                ))
            l_2_move = missing
            t_3.append(
                '</p>\n',
            )
        for (l_2_side, l_2_cell) in (('left', environment.getattr(l_1_row, 'left')), ('right', environment.getattr(l_1_row, 'right'))):
            _loop_vars = {}
            pass
            if l_2_cell:
                pass
                t_3.extend((
                    '<div class="cell ',
                    escape(l_2_side),
                    '"><span class="gutter" aria-label="',
                    escape(l_2_side),
                    ', paragraph ',
                    escape(environment.getattr(l_2_cell, 'label')),
                    escape((markup_join((', ', environment.getattr(l_2_cell, 'address'), )) if environment.getattr(l_2_cell, 'address') else cond_expr_undefined("the inline if-expression on line 26 in 'text.html.j2' evaluated to false and no else section was defined."))),
                    '" data-label="',
                    escape(environment.getattr(l_2_cell, 'label')),
                    '"',
                ))
                if environment.getattr(l_2_cell, 'address'):
                    pass
                    t_3.extend((
                        ' data-address="',
                        escape(environment.getattr(l_2_cell, 'address')),
                        '"',
                    ))
                t_3.extend((
                    '></span>',
                    escape(context.call((undefined(name='words') if l_0_words is missing else l_0_words), l_2_cell, l_2_side, _loop_vars=_loop_vars)),
                    '</div>\n',
                ))
            else:
                pass
                t_3.extend((
                    '<div class="cell ',
                    escape(l_2_side),
                    ' none"></div>\n',
                ))
        l_2_side = l_2_cell = missing
        t_3.append(
            '</div>\n',
        )
        return concat(t_3)
    context.exported_vars.add('draw')
    context.vars['draw'] = l_0_draw = Macro(environment, macro, 'draw', ('row',), False, False, False, context.eval_ctx.autoescape)
    l_0_tag = {'left': 'del', 'right': 'ins'}
    context.vars['tag'] = l_0_tag
    context.exported_vars.add('tag')
    yield '<div id="text" tabindex="-1">\n<div class="row head" aria-hidden="true"><div class="cell left"><bdi>'
    yield escape(environment.getattr(environment.getitem((undefined(name='files') if l_0_files is missing else l_0_files), 0), 'name'))
    yield '</bdi></div><div class="cell right"><bdi>'
    yield escape(environment.getattr(environment.getitem((undefined(name='files') if l_0_files is missing else l_0_files), 1), 'name'))
    yield '</bdi></div></div>\n'
    for l_1_stretch in (undefined(name='stretches') if l_0_stretches is missing else l_0_stretches):
        l_1_both = resolve('both')
        l_1_counted = resolve('counted')
        _loop_vars = {}
        pass
        if t_1(environment.getattr(l_1_stretch, 'reason')):
            pass
            yield '<details class="fold '
            yield escape(environment.getattr(l_1_stretch, 'reason'))
            yield '"><summary>'
            l_1_both = (environment.getattr(l_1_stretch, 'left') and environment.getattr(l_1_stretch, 'right'))
            _loop_vars['both'] = l_1_both
            if (undefined(name='both') if l_1_both is missing else l_1_both):
                pass
                yield escape(context.call((undefined(name='counted') if l_1_counted is missing else l_1_counted), environment.getattr(l_1_stretch, 'left'), 'paragraph', _loop_vars=_loop_vars))
                if (environment.getattr(l_1_stretch, 'left') != environment.getattr(l_1_stretch, 'right')):
                    pass
                    yield ' of left, '
                    yield escape(environment.getattr(l_1_stretch, 'right'))
                    yield ' of right'
            else:
                pass
                yield escape(context.call((undefined(name='counted') if l_1_counted is missing else l_1_counted), (environment.getattr(l_1_stretch, 'left') or environment.getattr(l_1_stretch, 'right')), 'paragraph', _loop_vars=_loop_vars))
                yield ' of '
                yield escape(('left' if environment.getattr(l_1_stretch, 'left') else 'right'))
            yield ' '
            yield escape(('outside the compared part' if (environment.getattr(l_1_stretch, 'reason') == 'outside') else 'unchanged'))
            yield escape(('' if environment.getattr(l_1_stretch, 'rows') else ', left out of this report'))
            yield '</summary>\n'
            for l_2_row in environment.getattr(l_1_stretch, 'rows'):
                _loop_vars = {}
                pass
                yield escape(context.call((undefined(name='draw') if l_0_draw is missing else l_0_draw), l_2_row, _loop_vars=_loop_vars))
            l_2_row = missing
            yield '</details>\n'
        else:
            pass
            yield escape(context.call((undefined(name='draw') if l_0_draw is missing else l_0_draw), l_1_stretch, _loop_vars=_loop_vars))
            yield '\n'
    l_1_stretch = l_1_both = l_1_counted = missing
    yield '</div>\n'

blocks = {}
debug_info = '2=20&4=30&5=36&6=38&7=41&8=43&9=47&11=69&16=104&17=113&18=118&19=119&20=123&21=125&24=149&25=152&26=156&28=182&33=192&35=196&36=200&37=205&38=208&39=210&40=212&41=226&43=229&46=237'
jinja_version = '3.1.6'
source_digest = 'c1249f4b6be20371002a6ada76ff6dd124476d086333adcd4e4b9029dd6ceec4'
