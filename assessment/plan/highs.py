"""HiGHS: a program in matrices, relaxed or with whole choices. Source: highs.dev, through highspy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

import highspy
import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]

_QUIET = {"output_flag": False, "log_to_console": False, "threads": 1, "random_seed": 0}
_NO_SEARCH = dict.fromkeys(
    (f"mip_heuristic_run_{name}" for name in ("feasibility_jump", "rins", "rens", "root_reduced_cost", "zi_round", "shifting")), False
) | {"mip_allow_cut_separation_at_nodes": False}  # fmt: skip
"""Where a good choice is known, looking for another at every turn takes longer than proving that there is none."""


MOST_NODES = 2**31 - 1
"""As many as HiGHS can count to."""


class Linear(NamedTuple):
    """Least `objective` with `rows` of which the last `sums` are one each and the others within `limits`."""

    objective: Matrix
    rows: Matrix
    limits: Matrix
    sums: int


@dataclass(frozen=True, slots=True)
class Effort:
    """How many nodes at most, whether to presolve, and whether to search for good choices on the way."""

    nodes: int
    presolve: bool
    search: bool


class Found(NamedTuple):
    """The values found, the least that the objective could be, and what that says."""

    values: Matrix | None
    bound: float
    proven: bool
    infeasible: bool


def relaxed(linear: Linear) -> tuple[float, Matrix] | None:
    """The least there is in parts, and each column's reduced cost; None where nothing is within the limits."""
    solver = _loaded(_model(linear, 0), {})
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    return solver.getInfo().objective_function_value, np.array(solver.getSolution().col_dual)


def whole(linear: Linear, count: int, effort: Effort, start: Matrix | None) -> Found:
    """The least with the first `count` columns none or one; nodes limit the work, so that it ends alike everywhere."""
    options = {"mip_rel_gap": 0.0, "mip_max_nodes": effort.nodes, "presolve": "on" if effort.presolve else "off"}
    solver = _loaded(_model(linear, count), options if effort.search else options | _NO_SEARCH)
    if start is not None:
        known = highspy.HighsSolution()
        known.col_value = start.tolist()
        solver.setSolution(known)
    solver.run()
    info, status = solver.getInfo(), solver.getModelStatus()
    reached = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
    return Found(
        np.array(solver.getSolution().col_value) if reached else None, info.mip_dual_bound,
        reached and status == highspy.HighsModelStatus.kOptimal, status in _NONE,
    )  # fmt: skip


_NONE = {highspy.HighsModelStatus.kInfeasible, highspy.HighsModelStatus.kUnboundedOrInfeasible}


def _loaded(model: highspy.HighsLp, options: dict[str, Any]) -> highspy.Highs:
    solver = highspy.Highs()  # type: ignore[no-untyped-call]
    taken = [solver.setOptionValue(name, value) for name, value in (_QUIET | options).items()]
    if {*taken, solver.passModel(model)} & {highspy.HighsStatus.kError}:
        raise ValueError("HiGHS refuses an option or the program")
    return solver


def _model(linear: Linear, count: int) -> highspy.HighsLp:
    held, width = len(linear.limits), len(linear.objective)
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = width, len(linear.rows)
    model.col_cost_ = linear.objective
    model.col_lower_ = np.zeros(width)
    model.col_upper_ = np.where(np.arange(width) < count, 1.0, highspy.kHighsInf)
    model.row_lower_ = np.concatenate((np.full(held, -highspy.kHighsInf), np.ones(linear.sums)))
    model.row_upper_ = np.concatenate((linear.limits, np.ones(linear.sums)))
    _fill(model, linear.rows)
    kinds = highspy.HighsVarType
    if count:
        model.integrality_ = [kinds.kInteger] * count + [kinds.kContinuous] * (width - count)
    return model


def _fill(model: highspy.HighsLp, rows: Matrix) -> None:
    """The matrix by columns, without its noughts."""
    columns, places = np.nonzero(rows.T)
    model.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    model.a_matrix_.start_ = np.searchsorted(columns, np.arange(rows.shape[1] + 1))
    model.a_matrix_.index_ = places
    model.a_matrix_.value_ = rows.T[columns, places]
