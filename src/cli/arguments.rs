//! What was typed: verbs, arguments and flags, as clap reads them.
//! Low arguments only; each verb's file says what they mean.

use clap::{Parser, Subcommand};

use crate::cli::terminal::Color;
use crate::cli::{
    ask, check, compare, completions, diff, edit, flip, graph, impact, man, methods, rank, report,
    robust, schema, why,
};

/// Choose vendors with reasons you can check
#[derive(Debug, Parser)]
#[command(name = "rationale", version, about, term_width = 80)]
#[command(disable_help_subcommand = true, propagate_version = false)]
#[command(after_help = "\
Exit status: 0 done; 1 a file or a pipe failed; 2 usage; 3 something is wrong
inside a file; 4 no vendor passes; 5 not the decision that was expected.")]
pub struct Arguments {
    /// When to colour
    #[arg(long, global = true, value_enum, default_value_t = Color::Auto, hide_possible_values = true)]
    #[arg(value_name = "auto|always|never")]
    pub color: Color,
    /// What to do
    #[command(subcommand)]
    pub verb: Verb,
}

/// Everything the program does.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Rank the vendors: verdict, score and one reason for each
    Rank(rank::Typed),
    /// Explain the choice, a vendor, or one vendor over another
    #[command(alias = "explain")]
    Why(why::Typed),
    /// Test whether the choice survives what is not sure
    #[command(alias = "sensitivity")]
    Robust(robust::Typed),
    /// Say what it would take for a vendor to be chosen, or why nothing does
    #[command(alias = "what-would-it-take", alias = "goalseek")]
    Flip(flip::Typed),
    /// Show what rests on a claim, a source, an assumption, a rating or a weight
    Impact(impact::Typed),
    /// Say which unknown to find out next
    Ask(ask::Typed),
    /// Draw what a decision rests on
    Graph(graph::Typed),
    /// Compare before and after: who moves, and which change did it
    WhatIf(compare::Typed),
    /// Say what changed between two scenarios, and what it did
    Diff(diff::Typed),
    /// Check files: errors, warnings, and whether `[expect]` holds
    #[command(alias = "validate", alias = "lint")]
    Check(check::Typed),
    /// Set a value in a file and leave every other byte alone
    Set(edit::TypedValue),
    /// Add a value where there is none
    Add(edit::TypedValue),
    /// Remove a value or a table
    Remove(edit::TypedPath),
    /// Rename a vendor, criterion, claim, source or assumption
    Rename(edit::TypedName),
    /// Write a report: Markdown, CSV or JSON, by the file's ending
    #[command(alias = "export")]
    Report(report::Typed),
    /// List the methods that can rank, or put a scenario to each of them
    Methods(methods::Typed),
    /// Print the JSON Schema of a file or of an output
    Schema(schema::Typed),
    /// Print a completion script for a shell
    Completions(completions::Typed),
    /// Print the manual page of the program or of a verb
    Man(man::Typed),
}
