Imports System.IO
Imports Acme.Field
Imports JourneyApps
Imports JourneyApps.Emulator
Imports JourneyApps.NamedOperators

Module Program
    Sub Main()
        RunAsync().GetAwaiter().GetResult()
    End Sub

    ' Shown in docs/fsharp-and-visual-basic.md.
    Function OpenJobsAsync(app As JourneyApp, site As Site) As Task(Of List(Of Job))
        Dim today As New DateOnly(2026, 12, 1)
        Return app.Jobs.
            Where(Function(j) j.State.Is(JobState.Busy).And(j.Due.IsLessThan(today)).And(j.SiteId.Is(site.Id))).
            OrderByDescending(Function(j) j.Due).
            ToListAsync()
    End Function

    Async Function RunAsync() As Task
        Dim schema = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "schema.xml"))
        Dim server = Await JourneyEmulator.StartAsync(schema)
        Using app As New JourneyApp(New JourneyAppOptions With {.BaseAddress = server.BaseAddress, .Credential = JourneyCredential.NamedToken(server.Token)})
            Dim site As New Site With {.Name = "North"}
            Await app.Sites.CreateAsync(site)
            Await app.Jobs.CreateAsync(New Job With {.Title = "Replace pump", .State = JobState.Busy, .Due = New DateOnly(2026, 11, 12), .SiteId = site.Id})
            Await app.Jobs.CreateAsync(New Job With {.Title = "Paint wall", .State = JobState.Busy, .Due = New DateOnly(2026, 11, 14), .SiteId = site.Id})
            Dim jobs = Await OpenJobsAsync(app, site)
            Console.WriteLine(String.Join(", ", jobs.Select(Function(job) job.Title)))
            Console.WriteLine(Await app.Jobs.CountAsync(Function(j) j.Title = "Paint wall" And j.Due > New DateOnly(2026, 11, 13)))
        End Using
        Await server.DisposeAsync()
    End Function
End Module
