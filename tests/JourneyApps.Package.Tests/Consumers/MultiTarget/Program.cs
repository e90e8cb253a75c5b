Console.WriteLine(new Job { State = JobState.Busy }.State?.Key);
