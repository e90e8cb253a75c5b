open System
open System.IO
open Acme.Field
open JourneyApps
open JourneyApps.Emulator
open JourneyApps.NamedOperators

let conditions (j: JobFields) (site: Site) : Filter list =
    [ j.Title.Is("Replace pump")
      j.Title.IsNot("Replace pump").And(j.Title.IsLessThan("S"))
      j.Count.IsAtLeast(3).Or(j.Count.IsNull())
      j.Cost.IsAtMost(12.5)
      j.Due.IsLessThan(DateOnly(2026, 12, 1))
      j.StartedAt.IsGreaterThan(DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero))
      j.Done.IsNot(true)
      j.State.Is(JobState.Busy)
      j.State.IsNot(Choice<JobState>.FromKey("archived"))
      j.Priority.IsAtLeast(JobPriority.High)
      j.Tags.Contains(JobTags.Safety)
      j.SiteId.Is(site.Id)
      j.Photo.IsNotNull() ]

// Shown in docs/fsharp-and-visual-basic.md.
let openJobs (app: JourneyApp) (site: Site) =
    let today = DateOnly(2026, 12, 1)
    app.Jobs
        .Where(fun j -> j.State.Is(JobState.Busy).And(j.Due.IsLessThan(today)).And(j.SiteId.Is(site.Id)))
        .OrderByDescending(fun j -> j.Due.AsSortKey())
        .ToListAsync()

let run () =
    task {
        use! emulator = JourneyEmulator.StartAsync(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "schema.xml")))
        let options = JourneyAppOptions(BaseAddress = emulator.BaseAddress, Credential = JourneyCredential.NamedToken(emulator.Token))
        use app = new JourneyApp(options)
        let site = Site(Name = "North")
        do! app.Sites.CreateAsync(site)

        for title, day in [ "Paint wall", 3; "Replace pump", 1; "Late", 30 ] do
            let due = DateOnly(2026, 11, 1).AddDays(day + 10)
            do! app.Jobs.CreateAsync(Job(Title = title, State = JobState.Busy, Due = due, SiteId = site.Id))

        for condition in conditions (JobFields()) site do
            let! count = app.Jobs.Where(fun _ -> condition).CountAsync()
            printfn "%d %O" count condition

        let! jobs = openJobs app site
        printfn "%s" (String.Join(", ", jobs |> Seq.map (fun job -> job.Title)))
    }

run().GetAwaiter().GetResult()
