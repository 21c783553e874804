"""Compiled from text.html.j2 by jinja2 3.1.6; do not edit."""

from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'text.html.j2'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_spoken = resolve('spoken')
    l_0_files = resolve('files')
    l_0_batches = resolve('batches')
    l_0_words_of = l_0_draw = l_0_tag = missing
    try:
        t_1 = environment.tests['defined']
    except KeyError:
        @internalcode
        def t_1(*unused):
            raise TemplateRuntimeError("No test named 'defined' found.")
    pass
    def macro(l_1_cell, l_1_side):
        t_2 = []
        l_1_heard = resolve('heard')
        if l_1_cell is missing:
            l_1_cell = undefined("parameter 'cell' was not provided", name='cell')
        if l_1_side is missing:
            l_1_side = undefined("parameter 'side' was not provided", name='side')
        pass
        t_2.append(
            '<p dir="auto"',
        )
        if environment.getattr(l_1_cell, 'address'):
            pass
            t_2.extend((
                ' data-at="',
                escape(environment.getattr(l_1_cell, 'address')),
                '"',
            ))
        t_2.extend((
            '><i>',
            escape(environment.getitem((undefined(name='heard') if l_1_heard is missing else l_1_heard), l_1_side)),
            ', ',
            escape(environment.getattr(l_1_cell, 'label')),
            ': </i>',
        ))
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
            else:
                pass
                t_2.extend((
                    '<',
                    escape((environment.getitem((undefined(name='tag') if l_0_tag is missing else l_0_tag), l_1_side) if environment.getattr(l_2_run, 'text') else 'span')),
                    ' class="',
                    escape(('caret ' if (not environment.getattr(l_2_run, 'text')) else cond_expr_undefined("the inline if-expression on line 9 in 'text.html.j2' evaluated to false and no else section was defined."))),
                    escape(environment.getattr((undefined(name='change') if l_2_change is missing else l_2_change), 'kind')),
                    ' ',
                    escape(environment.getattr((undefined(name='change') if l_2_change is missing else l_2_change), 'significance')),
                    escape((' ignored' if environment.getattr((undefined(name='change') if l_2_change is missing else l_2_change), 'ignored') else cond_expr_undefined("the inline if-expression on line 9 in 'text.html.j2' evaluated to false and no else section was defined."))),
                    '" ',
                ))
                if environment.getattr(l_2_run, 'is_target'):
                    pass
                    t_2.append(
                        'id',
                    )
                else:
                    pass
                    t_2.append(
                        'data-change',
                    )
                t_2.extend((
                    '="',
                    escape(environment.getattr((undefined(name='change') if l_2_change is missing else l_2_change), 'id')),
                    '">',
                ))
                if environment.getattr(l_2_run, 'text'):
                    pass
                    t_2.extend((
                        '<i>',
                        escape(environment.getitem((undefined(name='heard') if l_1_heard is missing else l_1_heard), environment.getitem((undefined(name='tag') if l_0_tag is missing else l_0_tag), l_1_side))),
                        ', ',
                        escape(environment.getitem((undefined(name='heard') if l_1_heard is missing else l_1_heard), environment.getattr((undefined(name='change') if l_2_change is missing else l_2_change), 'kind'))),
                        ': </i>',
                    ))
                t_2.extend((
                    escape(context.call((undefined(name='marked') if l_2_marked is missing else l_2_marked), environment.getattr(l_2_run, 'text'), _loop_vars=_loop_vars)),
                    '</',
                    escape((environment.getitem((undefined(name='tag') if l_0_tag is missing else l_0_tag), l_1_side) if environment.getattr(l_2_run, 'text') else 'span')),
                    '>',
                ))
        l_2_run = l_2_change = l_2_visible = l_2_marked = missing
        t_2.append(
            '</p>\n',
        )
        return concat(t_2)
    context.exported_vars.add('words_of')
    context.vars['words_of'] = l_0_words_of = Macro(environment, macro, 'words_of', ('cell', 'side'), False, False, False, context.eval_ctx.autoescape)
    def macro(l_1_row):
        t_3 = []
        l_1_sign = resolve('sign')
        l_1_t = resolve('t')
        l_1_told = missing
        if l_1_row is missing:
            l_1_row = undefined("parameter 'row' was not provided", name='row')
        pass
        t_3.extend((
            '<div class="row ',
            escape(environment.getattr(l_1_row, 'kind')),
            escape((' origin' if environment.getattr(l_1_row, 'is_origin') else cond_expr_undefined("the inline if-expression on line 15 in 'text.html.j2' evaluated to false and no else section was defined."))),
            escape((' quiet' if environment.getattr(l_1_row, 'is_quiet') else cond_expr_undefined("the inline if-expression on line 15 in 'text.html.j2' evaluated to false and no else section was defined."))),
            '">\n',
        ))
        l_1_told = context.call((undefined(name='sign') if l_1_sign is missing else l_1_sign), l_1_row)
        if (undefined(name='told') if l_1_told is missing else l_1_told):
            pass
            t_3.extend((
                '<p class="sign">',
                escape(context.call((undefined(name='t') if l_1_t is missing else l_1_t), (undefined(name='told') if l_1_told is missing else l_1_told))),
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
                    escape(('-origin' if environment.getattr(l_1_row, 'is_origin') else cond_expr_undefined("the inline if-expression on line 19 in 'text.html.j2' evaluated to false and no else section was defined."))),
                    '" data-change="',
                    escape(environment.getattr(l_2_move, 'id')),
                    '" class="',
                    escape(environment.getattr(l_2_move, 'kind')),
                    ' ',
                    escape(environment.getattr(l_2_move, 'significance')),
                    '">',
                    escape(context.call((undefined(name='t') if l_1_t is missing else l_1_t), ('see where it stands in right' if environment.getattr(l_1_row, 'is_origin') else 'see where it stood in left'), _loop_vars=_loop_vars)),
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
                    '" data-n="',
                    escape(environment.getattr(l_2_cell, 'label')),
                    '"',
                    escape(environment.getitem((undefined(name='spoken') if l_0_spoken is missing else l_0_spoken), l_2_side)),
                    '>',
                    escape(context.call((undefined(name='words_of') if l_0_words_of is missing else l_0_words_of), l_2_cell, l_2_side, _loop_vars=_loop_vars)),
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
    yield '<div id="text" tabindex="-1"'
    yield escape(environment.getitem((undefined(name='spoken') if l_0_spoken is missing else l_0_spoken), 'text'))
    yield '>\n<div class="row head" aria-hidden="true"><div class="cell left"><bdi>'
    yield escape(environment.getattr(environment.getitem((undefined(name='files') if l_0_files is missing else l_0_files), 0), 'name'))
    yield '</bdi></div><div class="cell right"><bdi>'
    yield escape(environment.getattr(environment.getitem((undefined(name='files') if l_0_files is missing else l_0_files), 1), 'name'))
    yield '</bdi></div></div>\n'
    for l_1_batch in (undefined(name='batches') if l_0_batches is missing else l_0_batches):
        l_1_say = resolve('say')
        l_1_folded = resolve('folded')
        _loop_vars = {}
        pass
        if t_1(environment.getattr(l_1_batch, 'reason')):
            pass
            yield '<details class="fold '
            yield escape(environment.getattr(l_1_batch, 'reason'))
            yield '"><summary>'
            yield escape(context.call((undefined(name='say') if l_1_say is missing else l_1_say), _loop_vars=_loop_vars, *context.call((undefined(name='folded') if l_1_folded is missing else l_1_folded), l_1_batch, _loop_vars=_loop_vars)))
            yield '</summary>\n'
            for l_2_row in environment.getattr(l_1_batch, 'rows'):
                _loop_vars = {}
                pass
                yield escape(context.call((undefined(name='draw') if l_0_draw is missing else l_0_draw), l_2_row, _loop_vars=_loop_vars))
            l_2_row = missing
            yield '</details>\n'
        else:
            pass
            yield '<div class="batch">\n'
            for l_2_row in l_1_batch:
                _loop_vars = {}
                pass
                yield escape(context.call((undefined(name='draw') if l_0_draw is missing else l_0_draw), l_2_row, _loop_vars=_loop_vars))
            l_2_row = missing
            yield '</div>\n'
    l_1_batch = l_1_say = l_1_folded = missing
    yield '</div>\n'

blocks = {}
debug_info = '2=21&3=32&4=46&5=52&6=54&7=57&9=63&14=109&15=119&16=124&17=125&18=129&19=131&22=155&23=158&24=162&26=175&31=185&32=189&33=191&34=195&35=200&36=203&37=207&41=216'
jinja_version = '3.1.6'
source_digest = '7341fbbfa3e9d838711743a26a028b406164d1adb85ebdcd1ff5d42d27c414ed'
