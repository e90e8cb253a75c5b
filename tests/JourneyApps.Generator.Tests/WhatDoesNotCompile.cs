using JourneyApps.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis.CSharp;

namespace JourneyApps.Generator.Tests;

/// <summary>Mistakes that the types catch, in a project with implicit usings, where System.Linq has methods for the same lambda.</summary>
public sealed class WhatDoesNotCompile
{
    private static readonly string[] Mistakes =
    [
        "job.SiteId = other.Id;",
        "job.Site = site;",
        "job.Grade = JobState.New;",
        "job.Due = DateTime.Now;",
        "_ = app.Jobs.Where(j => j.Photo < 3);",
        "_ = app.Jobs.Where(j => j.Photo == other.Photo);",
        "_ = app.Jobs.Where(j => j.Title!.Length > 5);",
        "_ = app.Jobs.Where(j => j.UpdatedAt > DateTimeOffset.UtcNow);",
        "_ = app.Jobs.Where(j => j.State > JobState.New);",
        "_ = app.Jobs.Where(j => j.State == JobGrade.Low);",
        "_ = app.Jobs.Where(j => j.SiteId == job.Id);",
        "_ = app.Jobs.Where(j => j.Site!.Name == \"x\");",
        "_ = app.Jobs.Where(j => true);",
        "_ = app.Jobs.Where(j => !j.Done);",
        "_ = app.Jobs.OrderBy(j => j.Photo);",
        "_ = app.Jobs.OrderBy(j => j.Where);",
        "_ = app.Jobs.OrderBy(j => j.Path);",
        "_ = app.Jobs.OrderBy(j => j.Tags);",
        "_ = app.Jobs.OrderBy(j => j.Id);",
        "_ = await app.Jobs.CountAsync(j => j.Title!.ToLower() == \"x\");",
        "_ = await app.Jobs.AnyAsync(j => j.Title!.Contains('x') && j.Count.HasValue);",
        "_ = app.Jobs.Select(j => j.Title);",
        "_ = app.Jobs.Where(j => j.Done == true).Select(j => j.Title);",
        "_ = app.Jobs.Include(j => j.Title);",
        "_ = app.Users.JobsOf(site);",
        // A set of choices never changes, so nothing on it may read as if it did.
        "_ = new Job { Tags = { JobTags.A, JobTags.B } };",
        "job.Tags!.Add(JobTags.A);",
        "job.Tags!.Remove(JobTags.A);",
        "job.Tags![0] = JobTags.A;",
    ];

    private static readonly string[] RightWays =
    [
        "job.SiteId = site.Id; job.State = JobState.Busy; job.Notes = null; job.Tags = [JobTags.A, JobTags.B]; job.Due = new(2026, 12, 1);",
        "_ = new Job { Title = \"Replace pump\", State = JobState.New, SiteId = site.Id, Cost = 12.5 };",
        "_ = app.Jobs.Where(j => j.State == JobState.Busy && j.Due < DateOnly.MaxValue && j.SiteId == site.Id).OrderByDescending(j => j.Due);",
        "_ = app.Jobs.Where(j => j.Photo == null || j.Grade > JobGrade.Low);",
        "_ = await app.Jobs.Where(j => j.State != JobState.Done).CountAsync();",
        "_ = await app.Jobs.CountAsync(j => j.Title == \"x\");",
        "await foreach (Job j in app.Jobs.Where(j => j.Done == true).Include(j => j.Site)) Console.WriteLine(j.Site?.Name);",
        "await foreach (Job j in app.Sites.JobsOf(site)) Console.WriteLine(j);",
        "if (job.State?.Value is JobState.Busy) Console.WriteLine(job.State?.Display);",
        "_ = app.Jobs.OrderBy(j => j.UpdatedAt).ThenBy(j => j.Title);",
        "job.Tags = job.Tags?.With(JobTags.A).Without(JobTags.B); _ = new Job { Tags = [JobTags.A] };",
    ];

    [Theory]
    [InlineData("net10.0", LanguageVersion.Latest)]
    [InlineData("net8.0", LanguageVersion.CSharp12)]
    public void Every_mistake_fails_to_compile(string framework, LanguageVersion language)
    {
        int[] errors = ErrorsByStatement(Mistakes, framework, language);

        Assert.Equal("", string.Join('\n', Mistakes.Where((_, i) => errors[i] == 0)));
    }

    [Theory]
    [InlineData("net10.0", LanguageVersion.Latest)]
    [InlineData("net8.0", LanguageVersion.CSharp12)]
    public void Every_right_way_compiles(string framework, LanguageVersion language)
    {
        int[] errors = ErrorsByStatement(RightWays, framework, language);

        Assert.Equal("", string.Join('\n', RightWays.Where((_, i) => errors[i] > 0)));
    }

    private static int[] ErrorsByStatement(string[] statements, string framework, LanguageVersion language)
        => [.. Statements.Compile(statements, framework, language).Select(answer => answer.Split('\n').Count(IsError))];

    // Every warning of these statements is about an unused variable or a null.
    private static bool IsError(string line) => line.Length > 0 && !line.StartsWith("CS86", StringComparison.Ordinal);
}
