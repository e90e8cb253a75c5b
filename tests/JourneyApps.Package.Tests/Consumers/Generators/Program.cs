using System.Text.Json;
using Generators;
using Refit;

WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders().AddSimpleConsole(options => options.SingleLine = true);
builder.Logging.SetMinimumLevel(LogLevel.None).AddFilter("Jobs", LogLevel.Information);
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, AppJsonContext.Default));
await using WebApplication web = builder.Build();
var stored = new Dictionary<string, Job>();
web.MapPost("/jobs", (Job job) => stored[job.Id.ToString()] = job);
web.MapGet("/jobs/{id}", (Id<Job> id) => stored[id.ToString()]);
await web.StartAsync();

var api = RestService.For<IJobsApi>(web.Urls.Single());
Job made = await api.CreateAsync(new Job { Title = "Replace pump", State = JobState.Busy, Due = new(2026, 12, 1) });
Job read = await api.GetAsync(made.Id);
Console.WriteLine($"Refit and endpoints: {read.Title} {read.State?.Key} {read.Id == made.Id}");
JobDto dto = JobMapper.ToDto(read);
Console.WriteLine($"Mapperly: {dto.Title} {dto.Due:O}");
var states = new Dictionary<string, Choice<JobState>> { ["a"] = JobState.Busy };
Console.WriteLine($"Context: {JsonSerializer.Serialize(states, AppJsonContext.Default.DictionaryStringChoiceJobState)}");
using (ILoggerFactory loggers = LoggerFactory.Create(logging => logging.AddSimpleConsole(options => options.SingleLine = true)))
    loggers.CreateLogger("Jobs").JobChanged("0b0c7a3e-6f5c-4d8c-8d5e-1a2b3c4d5e01", JobState.Busy);
