using Acme.Field;

Job job = new() { Title = "Replace pump", State = JobState.Busy };
Console.WriteLine($"{job.Title} {job.State?.Key} {typeof(Job).Assembly.GetName().Name} {typeof(Program).Assembly.GetTypes().Any(type => type.Name == "JourneyApp")}");
