WebApplication web = WebApplication.Create(args);
web.MapGet("/new", () => new Job { Title = "Replace pump", State = JobState.New });
web.Run();
